export { getGettingStarted } from "./get";
export { openDesk, updateGettingStarted } from "./update";
