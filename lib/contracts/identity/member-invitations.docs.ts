import { documented } from "@/lib/contracts/documented";
import { exampleOrganization } from "./auth-fields.docs";
import * as invitations from "./member-invitations";

const member_id = "0197f0a0-0000-7000-8000-0000000000c1";
const batch_id = "0197f0a0-0000-7000-8000-0000000000c9";
const exampleToken = `${exampleOrganization.id}.b25seSB0aGUgc2hhcGUgb2YgYSBtYWlsZWQgdG9rZW4`;

const invited = {
  member_id,
  login: null,
  recipient: { kind: "own" as const, email: "maya@example.com" },
  invitation: {
    kind: "own" as const,
    email: "maya@example.com",
    sent_at: "2026-03-02T09:00:00.000Z",
    expires_at: "2026-03-16T09:00:00.000Z",
    state: "open" as const,
  },
};

const batch = {
  id: batch_id,
  state: "running" as const,
  looked_at: 0,
  invited: 0,
  skipped: [],
  created_at: "2026-03-02T09:00:00.000Z",
  finished_at: null,
};

export const memberInvitationsDocs = documented(invitations, {
  getMemberLogin: {
    summary: "Retrieve whether and how a member signs in",
    example: { input: { id: member_id }, output: invited },
  },
  inviteMember: {
    summary: "Send a member the link to their page",
    description:
      "The link is valid for 14 days and for one use. A further invitation replaces the open one. A minor without an address is invited through the guardian.",
    example: { input: { id: member_id }, output: invited },
  },
  revokeMemberInvitation: {
    summary: "Revoke the open invitation of a member",
    example: {
      input: { id: member_id },
      output: { ...invited, invitation: { ...invited.invitation, state: "revoked" as const } },
    },
  },
  removeMemberLogin: {
    summary: "Take a member's login away",
    description:
      "The account stays, without this membership. The owner of the member's e-mail address can come back with a sign-in link; change the address to prevent it.",
    example: { input: { id: member_id }, output: { ...invited, invitation: null } },
  },
  inviteMembers: {
    summary: "Invite many members",
    description:
      "Name the members or give filters of the member list. Members without an address, archived ones, those who sign in already, and those invited in the last 24 hours are skipped. GET the returned id for the progress.",
    example: { input: { member_ids: [member_id] }, output: batch },
  },
  getInvitationBatch: {
    summary: "Retrieve the progress of invitations to many members",
    example: {
      input: { id: batch_id },
      output: {
        ...batch,
        state: "done" as const,
        looked_at: 12,
        invited: 10,
        skipped: [{ reason: "no_email" as const, count: 2 }],
        finished_at: "2026-03-02T09:00:02.000Z",
      },
    },
  },
  readMemberInvitation: {
    summary: "Retrieve the details of a member's invitation by its token",
    example: {
      input: { token: exampleToken },
      output: {
        organization: {
          id: exampleOrganization.id,
          name: "Iron Temple",
          slug: "iron-temple",
          brand_color: "#0d6b68",
          logo_file_id: null,
        },
        kind: "own" as const,
        first_name: "Maya",
        email: "maya@example.com",
        needs: "new_account" as const,
        signed_in_as: null,
      },
    },
  },
  acceptMemberInvitation: {
    summary: "Accept an invitation to a member's page",
    description:
      "Without an account for the invited address, one is created. With one, sign in to it first; another signed-in account must confirm with `link_to_signed_in`.",
    example: {
      input: { token: exampleToken },
      output: {
        organization: {
          ...exampleOrganization,
          role: "member" as const,
          staff_id: null,
          member_id,
        },
        sign_in_token: "b25seSB0aGUgc2hhcGUgb2YgYSBtYWlsZWQgdG9rZW4",
      },
    },
  },
});
