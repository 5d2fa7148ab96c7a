export { exportLedger } from "./export";
export { listJournalEntries } from "./list-entries";
export { type Posting, type PostingLine, post } from "./post";
export { revenueRecognition } from "./recognition";
export { reversalOf, reversalsOf } from "./reverse";
export { getTrialBalance } from "./trial-balance";
