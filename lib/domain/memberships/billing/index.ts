export { type Bill, billOf, formattersOf } from "./bill";
export { type BilledMembership, draftsOf, labelOf, type PlanTax } from "./draft";
export { finalAmountOf } from "./final-amount";
export { type Billed, loadBilled } from "./load";
export { planTaxes } from "./plan-taxes";
export { type ReadState, readStates } from "./read-states";
export { refusalSentence, withRefusals } from "./refusals";
export { columnsOf, saveBilling } from "./save";
