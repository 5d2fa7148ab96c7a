import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, instantOut, page, pageOf, text } from "@/lib/contracts/fields";

export const supportGrant = z.object({
  id,
  organization_id: id,
  organization_name: z.string(),
  user_id: id,
  user_name: z.string(),
  reason: z.string(),
  granted_at: instantOut,
  expires_at: instantOut,
  ended_at: instantOut.nullable(),
  is_running: z.boolean(),
});

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

export const listSupportGrants = contract({
  id: "support_grants.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/support-grants",
  access: "audit.read",
  tag: "Support access",
  summary: "List the support team's visits to this organization",
  description: "Newest first. A super admin outside any organization sees their own.",
  input: z.strictObject(page),
  output: pageOf(supportGrant),
  errors: ["malformed_cursor"],
  example: { input: {}, output: { data: [example], next_cursor: null } },
});

export const createSupportGrant = contract({
  id: "support_grants.create",
  scope: "organization",
  method: "POST",
  path: "/api/v1/support-grants",
  access: "support.grant",
  tag: "Support access",
  summary: "Enter an organization for a limited time, with a reason that it can read",
  input: z.strictObject({
    organization: text(64).describe("The organization's id or slug"),
    reason: text(300),
    hours: count(1, 8),
  }),
  output: supportGrant,
  status: 201,
  errors: ["invalid_input", "forbidden", "not_found", "already_exists"],
  example: {
    input: { organization: "iron-temple", reason: example.reason, hours: 2 },
    output: example,
  },
});

export const endSupportGrant = contract({
  id: "support_grants.end",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/support-grants/{id}",
  access: "support.end",
  tag: "Support access",
  summary: "End a support visit before its time",
  description: "The super admin who holds it, or an owner of the organization.",
  input: z.strictObject({ id }),
  output: supportGrant,
  errors: ["not_found"],
  example: {
    input: { id: example.id },
    output: { ...example, ended_at: "2026-03-05T07:10:00.000Z", is_running: false },
  },
});
