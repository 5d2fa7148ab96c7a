import type { Endpoint } from "@/lib/client/endpoint";
import type * as accounts from "@/lib/contracts/identity/accounts";
import type * as memberInvitations from "@/lib/contracts/identity/member-invitations";
import type * as signInLinks from "@/lib/contracts/identity/sign-in-links";

export const register: Endpoint<typeof accounts.register> = {
  id: "auth.register",
  method: "POST",
  path: "/api/v1/auth/register",
  is_confidential: true,
};

export const verifyEmail: Endpoint<typeof accounts.verifyEmail> = {
  id: "auth.verify_email",
  method: "POST",
  path: "/api/v1/auth/verify-email",
  is_confidential: true,
};

export const resendVerification: Endpoint<typeof accounts.resendVerification> = {
  id: "auth.resend_verification",
  method: "POST",
  path: "/api/v1/auth/verify-email/resends",
};

export const forgotPassword: Endpoint<typeof accounts.forgotPassword> = {
  id: "auth.forgot_password",
  method: "POST",
  path: "/api/v1/auth/forgot-password",
};

export const resetPassword: Endpoint<typeof accounts.resetPassword> = {
  id: "auth.reset_password",
  method: "POST",
  path: "/api/v1/auth/reset-password",
};

export const acceptInvitation: Endpoint<typeof accounts.acceptInvitation> = {
  id: "auth.accept_invitation",
  method: "POST",
  path: "/api/v1/auth/accept-invitation",
  is_confidential: true,
};

export const sendSignInLink: Endpoint<typeof signInLinks.sendSignInLink> = {
  id: "auth.send_sign_in_link",
  method: "POST",
  path: "/api/v1/auth/sign-in-links",
};

export const acceptMemberInvitation: Endpoint<typeof memberInvitations.acceptMemberInvitation> = {
  id: "auth.accept_member_invitation",
  method: "POST",
  path: "/api/v1/auth/member-invitations",
  is_confidential: true,
};

export const inviteMember: Endpoint<typeof memberInvitations.inviteMember> = {
  id: "member_invitations.create",
  method: "POST",
  path: "/api/v1/members/{id}/invitations",
};

export const revokeMemberInvitation: Endpoint<typeof memberInvitations.revokeMemberInvitation> = {
  id: "member_invitations.revoke",
  method: "DELETE",
  path: "/api/v1/members/{id}/invitations/current",
};

export const removeMemberLogin: Endpoint<typeof memberInvitations.removeMemberLogin> = {
  id: "member_invitations.remove_login",
  method: "DELETE",
  path: "/api/v1/members/{id}/login",
};

export const inviteMembers: Endpoint<typeof memberInvitations.inviteMembers> = {
  id: "member_invitations.create_many",
  method: "POST",
  path: "/api/v1/member-invitations",
};

export const getInvitationBatch: Endpoint<typeof memberInvitations.getInvitationBatch> = {
  id: "member_invitations.get_many",
  method: "GET",
  path: "/api/v1/member-invitations/{id}",
};
