import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, instantOut, page, pageOf, text } from "@/lib/contracts/fields";

const supportGrant = z.object({
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

export const listSupportGrants = contract({
  id: "support_grants.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/support-grants",
  access: "audit.read",
  tag: "Support access",
  input: z.strictObject(page),
  output: pageOf(supportGrant),
  errors: ["malformed_cursor"],
});

export const createSupportGrant = contract({
  id: "support_grants.create",
  scope: "organization",
  method: "POST",
  path: "/api/v1/support-grants",
  access: "support.grant",
  tag: "Support access",
  input: z.strictObject({
    organization: text(64),
    reason: text(300),
    hours: count(1, 8),
  }),
  output: supportGrant,
  status: 201,
  errors: ["invalid_input", "forbidden", "not_found", "already_exists"],
});

export const endSupportGrant = contract({
  id: "support_grants.end",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/support-grants/{id}",
  access: "support.end",
  tag: "Support access",
  input: z.strictObject({ id }),
  output: supportGrant,
  errors: ["not_found"],
});
