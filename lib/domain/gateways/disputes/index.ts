export { sweepDisputes } from "./sweep";
