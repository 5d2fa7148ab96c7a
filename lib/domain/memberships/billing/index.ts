export { type Bill, billOf } from "./bill";
export { type BilledMembership, draftsOf, type PlanTax, payerOf } from "./draft";
export { type Billed, loadBilled } from "./load";
export { withRefusals } from "./refusals";
export { columnsOf, saveBilling } from "./save";
