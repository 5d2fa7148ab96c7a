import { documented } from "@/lib/contracts/documented";
import * as supportGrants from "./support-grants";

const example = {
  id: "0197f0a0-0000-7000-8000-0000000000e1",
  organization_id: "0197f0a0-0000-7000-8000-0000000000a0",
  organization_name: "Iron Temple",
  user_id: "0197f0a0-0000-7000-8000-0000000000e2",
  user_name: "FitFlow support",
  reason: "The import of 3 March stopped half-way",
  granted_at: "2026-03-05T06:42:00.000Z",
  expires_at: "2026-03-05T08:42:00.000Z",
  ended_at: null,
  is_running: true,
};

export const supportGrantsDocs = documented(supportGrants, {
  listSupportGrants: {
    summary: "List the support team's visits to this organization",
    description: "Newest first. Outside of an organization, a super admin sees their own visits.",
    example: { input: {}, output: { data: [example], next_cursor: null } },
  },

  createSupportGrant: {
    summary: "Enter an organization for a limited time, with a reason that the organization can read",
    fields: { organization: "The organization's id or slug" },
    example: {
      input: { organization: "iron-temple", reason: example.reason, hours: 2 },
      output: example,
    },
  },

  endSupportGrant: {
    summary: "End a support visit early",
    description: "Allowed for the super admin who started the visit and for owners of the organization.",
    example: {
      input: { id: example.id },
      output: { ...example, ended_at: "2026-03-05T07:10:00.000Z", is_running: false },
    },
  },
});
