export { createSupportGrant } from "./create";
export { endSupportGrant } from "./end";
export { listSupportGrants } from "./grants";
