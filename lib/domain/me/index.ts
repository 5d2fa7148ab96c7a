export { getOwnProfile } from "./get-profile";
export { listOwnCheckIns } from "./list-check-ins";
export { listOwnPeople, showOwnPerson } from "./people";
export { updateOwnProfile } from "./update-profile";
