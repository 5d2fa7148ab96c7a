export type { Draft, DraftLine, Payer } from "./draft";
export { finalize, type Prepared, sumOf } from "./finalize";
export { type IssueOptions, issueDocuments } from "./issue";
export type { Issued, IssuedLine } from "./issued";
export { type TaxedDraftLine, taxLines } from "./tax-lines";
