export { cardColumns, findOrganizationCard, listRunningOrganizations } from "./card";
export { getOrganizationRow, type Organization } from "./find";
export { getOrganization } from "./get";
export { listOrganizations } from "./list";
export { deleteLogo, getLogo, putLogo } from "./logo";
export { updateOrganization } from "./update";
