export { quoteTillSale } from "./quote";
export { sellAtTill } from "./sell";
