export { chargesAnything, type Draft, type DraftLine, type Payer } from "./draft";
export { finalize } from "./finalize";
export { issueDocuments, issuePrepared, prepareDocuments } from "./issue";
export type { Issued } from "./issued";
export { type Owed, owedOf } from "./owed";
export { type TaxedDraftLine, taxLines } from "./tax-lines";
export { usableOn } from "./usable-credit";
