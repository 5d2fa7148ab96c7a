export { getDunning } from "./get";
export { listDunning } from "./list";
export { summarizeDunning } from "./summarize";
