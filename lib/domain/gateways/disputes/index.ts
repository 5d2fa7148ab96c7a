export { getDispute, getDisputeTotals, listDisputes } from "./read";
export { sweepDisputes } from "./sweep";
