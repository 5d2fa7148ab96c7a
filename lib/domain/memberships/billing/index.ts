export { type BillOptions, billOf } from "./bill";
export { type BilledMembership, draftsOf, type PlanTax, type PlanTaxes, taxesOf } from "./draft";
export { type Billed, loadBilled } from "./load";
export { recordHappenings } from "./record";
export { withRefusals } from "./refusals";
export { columnsOf, saveBilling } from "./save";
export { billingStateOf, freezeRows } from "./state-of";
