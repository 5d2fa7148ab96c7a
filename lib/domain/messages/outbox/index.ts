export { listOutbox } from "./list";
export { readOutbox } from "./read";
export { isOutboxReadable } from "./reader";
