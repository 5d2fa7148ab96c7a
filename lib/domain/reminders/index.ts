export { birthday } from "./birthday";
export { freezeEnded } from "./freeze-ended";
export { inactiveMembersNotice } from "./inactive-members";
export { membershipExpired } from "./membership-expired";
export { membershipExpiring } from "./membership-expiring";
export { reEngagement } from "./re-engagement";
