export { acceptMemberInvitation, readMemberInvitation } from "./accept";
export { getInvitationBatch, inviteMembers, startBatch } from "./batch";
export { memberInvitationsRequested } from "./events";
export { inviteMember, revokeMemberInvitation } from "./invite";
export { notifyInvitationsFailed } from "./notify-failure";
export { getMemberLogin } from "./read";
export { removeMemberLogin } from "./remove-login";
export { sendInvitationBatch } from "./send-batch";
