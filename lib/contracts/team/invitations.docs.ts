import { documented } from "@/lib/contracts/documented";
import * as invitations from "./invitations";

const example = {
  id: "0197f0a0-0000-7000-8000-0000000000c1",
  email: "kai@example.com",
  role: "receptionist" as const,
  location_ids: [],
  invited_by_name: "Ingrid Solberg",
  created_at: "2026-03-05T06:42:00.000Z",
  expires_at: "2026-03-12T06:42:00.000Z",
  is_expired: false,
};

export const invitationsDocs = documented(invitations, {
  listInvitations: {
    summary: "List pending invitations",
    example: { input: {}, output: { data: [example], next_cursor: null } },
  },

  createInvitation: {
    summary: "Invite a person to the team by e-mail",
    description:
      "The link in the e-mail is valid for one use within 7 days. Former staff members can be invited again.",
    example: { input: { email: "kai@example.com", role: "receptionist" }, output: example },
  },

  revokeInvitation: {
    summary: "Withdraw an invitation and invalidate its link",
    example: { input: { id: example.id }, output: null },
  },

  resendInvitation: {
    summary: "Resend an invitation with a new link",
    description: "The new link is valid for 7 days. The earlier link becomes invalid.",
    example: { input: { id: example.id }, output: { ...example, expires_at: "2026-03-14T06:42:00.000Z" } },
  },
});
