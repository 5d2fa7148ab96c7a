export { exportDunning } from "./export";
export { getDunning } from "./get";
export { listDunning } from "./list";
export { summarizeDunning } from "./summarize";
