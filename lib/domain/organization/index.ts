export { appIconSizes, drawAppIcon } from "./app-icon";
export { cardColumns, findOrganizationCard, listActiveOrganizations } from "./card";
export { getOrganization } from "./get";
export { inOrganizationOfToken } from "./in-organization-of-token";
export { listOrganizations } from "./list";
export { deleteLogo, getLogo, putLogo } from "./logo";
export { updateOrganization } from "./update";
