import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, listOf, page, pageOf } from "@/lib/contracts/fields";

const change = z.record(z.string(), z.unknown()).nullable();

const auditEntry = z.object({
  id,
  at: instantOut,
  actor_type: z.enum(["user", "api_key", "device", "system"]),
  actor_id: id.nullable(),
  actor_name: z.string(),
  action: z.string(),
  target_type: z.string(),
  target_id: id.nullable(),
  /** The current name of the record; null if it has none or was deleted. */
  target_name: z.string().nullable(),
  before: change,
  after: change,
  reason: z.string().nullable(),
  ip: z.string().nullable(),
  request_id: z.string().nullable(),
});

const name = z.string().regex(/^[a-z_.]{1,80}$/, { error: "Use the name as entries carry it, as members.update" });

export const listAudit = contract({
  id: "audit.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/audit",
  access: "audit.read",
  tag: "Activity",
  input: z.strictObject({
    actor_id: id.optional(),
    action: name.optional(),
    /** Resources whose entries are excluded, such as check_ins. */
    without: listOf(name).optional(),
    target_type: name.optional(),
    target_id: id.optional(),
    from: instantOut.optional(),
    to: instantOut.optional(),
    ...page,
  }),
  output: pageOf(auditEntry),
  errors: ["malformed_cursor"],
});
