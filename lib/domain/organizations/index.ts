export { getOrganizationRow, type Organization } from "./find";
export { getOrganization } from "./get";
export { listOrganizations } from "./list";
export { updateOrganization } from "./update";
