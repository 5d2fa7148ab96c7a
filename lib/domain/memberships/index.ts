export { cancelMembership } from "./cancel";
export { getMembership } from "./get";
export { listMemberships } from "./list";
export { quoteMembership, sellMembership } from "./sell";
export { type DatedMembership, localDaySql, membershipStatusOn, membershipStatusSql } from "./status";
export { updateMembership } from "./update";
export { withdrawCancellation } from "./withdraw-cancellation";
