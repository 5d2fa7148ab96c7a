export type { Draft, DraftLine, Payer } from "./draft";
export { type Issued, type IssueOptions, issueDocuments } from "./issue";
export { type TaxedDraftLine, taxLines } from "./tax-lines";
