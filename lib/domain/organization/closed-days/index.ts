export { lockFold } from "./lock";
export { countInside, daysAround, forgetInside } from "./occupancy";
