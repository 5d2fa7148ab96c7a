export { getOccupancy } from "./get";
export { type Inside, insideNow } from "./inside-now";
