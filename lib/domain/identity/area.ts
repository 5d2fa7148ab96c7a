import type { Area } from "@/lib/domain/area";
import { memberInvitationsRequested } from "./member-invitations/events";

export const identity: Area = {
  name: "identity",
  events: [memberInvitationsRequested],
  audit: {
    phrases: {
      "auth.accept_invitation": "joined the team",
      "auth.accept_member_invitation": "accepted the invitation to the page of {}",
      "auth.link_member": "signed in by link for the first time as {}",
      "auth.refresh_token_reused": "used a refresh token twice, so the session was ended",
      "auth.verify_email": "created the gym",
      "member_invitations.create": "invited {} to their page",
      "member_invitations.create_many": "invited members to their pages",
      "member_invitations.remove_login": "removed the login of {}",
      "member_invitations.revoke": "revoked the invitation of {} to their page",
      "member_invitations.send_many": "sent invitations to members",
    },
    filters: { member_invitations: "Member logins" },
    targets: {
      member_invitation_batch: { name: null },
      session: { name: null },
      user: { name: null },
    },
  },
};
