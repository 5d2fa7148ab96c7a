export { currentOccupancy, type Occupancy } from "./current-occupancy";
export { getOccupancy } from "./get";
