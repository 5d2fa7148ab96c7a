export { exportLedger } from "./export";
export { listJournalEntries } from "./list-entries";
export { type Posting, type PostingLine, post } from "./post";
export { reversalOf } from "./reverse";
export { recognizeThrough, revenueRecognition } from "./recognition";
export { getTrialBalance } from "./trial-balance";
