export { birthday } from "./birthday";
export { confirmCancellation } from "./confirm-cancellation";
export { freezeEnded } from "./freeze-ended";
export { inactiveMembersNotice } from "./inactive-members";
export { membershipExpired } from "./membership-expired";
export { membershipExpiring } from "./membership-expiring";
export { reEngagement } from "./re-engagement";
export { tellOfUnwelcomed, tellOfUnwritten } from "./unwritten";
export { welcomeImported, welcomeMember } from "./welcome";
