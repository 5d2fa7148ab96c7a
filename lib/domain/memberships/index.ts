export { cancelMembership } from "./cancel";
export { getMembership } from "./get";
export { listMemberships } from "./list";
export { quoteMembership, sellMembership } from "./sell";
export { updateMembership } from "./update";
export { withdrawCancellation } from "./withdraw-cancellation";
