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
    summary: "List open invitations",
    example: { input: {}, output: { data: [example], next_cursor: null } },
  },

  createInvitation: {
    summary: "Invite a person to the team by e-mail",
    description: "The link in the mail works once and for 7 days. Former staff return this way.",
    example: { input: { email: "kai@example.com", role: "receptionist" }, output: example },
  },

  revokeInvitation: {
    summary: "Withdraw an invitation; its link stops working",
    example: { input: { id: example.id }, output: null },
  },

  resendInvitation: {
    summary: "Send an invitation again with a fresh link",
    description: "The new link works for another 7 days; the one before stops working.",
    example: { input: { id: example.id }, output: { ...example, expires_at: "2026-03-14T06:42:00.000Z" } },
  },
});
