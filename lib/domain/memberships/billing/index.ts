export { billOf } from "./bill";
export { type BilledMembership, draftsOf, type PlanTax, type PlanTaxes, taxesOf } from "./draft";
export { type Billed, loadBilled } from "./load";
export { withRefusals } from "./refusals";
export { columnsOf, saveBilling } from "./save";
