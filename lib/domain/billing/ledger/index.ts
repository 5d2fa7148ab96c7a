export { type Posting, type PostingLine, post } from "./post";
