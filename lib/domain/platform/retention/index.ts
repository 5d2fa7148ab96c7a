export { pruneIdentity } from "./prune-identity";
export { pruneOrganization } from "./prune-organization";
