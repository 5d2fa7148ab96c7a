export { type Posting, type PostingLine, post } from "./post";
export { reversalOf } from "./reverse";
