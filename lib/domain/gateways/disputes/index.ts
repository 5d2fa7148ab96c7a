export { getDispute, getDisputeTotals, listDisputes } from "./read";
export { sweepDisputes } from "./sweep";
export { undecidedDispute } from "./undecided";
