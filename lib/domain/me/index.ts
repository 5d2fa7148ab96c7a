export { getOwnProfile } from "./get-profile";
export { listOwnCheckIns } from "./list-check-ins";
export { updateOwnProfile } from "./update-profile";
