export { getStaffMember } from "./get";
export { listInvitations } from "./invitations";
export { createInvitation } from "./invite";
export { listStaff } from "./list";
export { removeStaffMember } from "./remove";
export { resendInvitation } from "./resend-invitation";
export { revokeInvitation } from "./revoke-invitation";
export { updateStaffMember } from "./update";
