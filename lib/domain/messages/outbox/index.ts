export { isOutboxReadable } from "./access";
export { listOutbox } from "./list";
export { readOutbox } from "./read";
