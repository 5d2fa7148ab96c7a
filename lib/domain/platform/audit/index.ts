export { listAudit } from "./list";
export { auditFilters, auditPhrases, auditTargetPath } from "./vocabulary";
