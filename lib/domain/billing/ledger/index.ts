export { type Posting, type PostingLine, post } from "./post";
export { recognizeThrough, revenueRecognition } from "./recognition";
