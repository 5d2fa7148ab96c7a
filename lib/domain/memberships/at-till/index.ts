export { quoteItems } from "./quote";
export { sellItems } from "./sell";
