export { archiveLocation } from "./archive";
export { createLocation } from "./create";
export { getLocationRow, isOpenLocation, type Location, linkedWithinReach, withinReach } from "./find";
export { getLocation } from "./get";
export { homeLocation } from "./home";
export { listLocations } from "./list";
export { updateLocation } from "./update";
export { zoneOfReach } from "./zone-of-reach";
