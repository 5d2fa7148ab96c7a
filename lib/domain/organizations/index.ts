export { getOrganizationRow, type Organization } from "./find";
export { getOrganization } from "./get";
export { listOrganizations } from "./list";
export { listRunningOrganizations } from "./list-running";
export { deleteLogo, getLogo, putLogo } from "./logo";
export { updateOrganization } from "./update";
