import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, page } from "@/lib/contracts/fields";
import { noticeKind } from "@/lib/values/schemas/notifications";

const tag = "Staff notices";

const staffNotice = z.object({
  id,
  kind: noticeKind,
  title: z.string(),
  body: z.string(),
  /** A path inside the organization's portal. */
  href: z.string().nullable(),
  created_at: instantOut,
  read_at: instantOut.nullable(),
});

export const listStaffNotices = contract({
  id: "staff_notices.list",
  scope: "own",
  method: "GET",
  path: "/api/v1/staff-notices",
  access: "notices.read_own",
  tag,
  input: z.strictObject({ is_unread: flag.optional(), ...page }),
  output: z.object({ data: z.array(staffNotice), next_cursor: z.string().nullable(), unread: z.int() }),
  errors: ["malformed_cursor"],
});

export const updateStaffNotice = contract({
  id: "staff_notices.update",
  scope: "own",
  method: "PATCH",
  path: "/api/v1/staff-notices/{id}",
  access: "notices.read_own",
  tag,
  input: z.strictObject({ id, is_read: z.boolean() }),
  output: staffNotice,
  errors: ["not_found"],
});

export const readAllStaffNotices = contract({
  id: "staff_notices.read_all",
  scope: "own",
  method: "POST",
  path: "/api/v1/staff-notices/reads",
  access: "notices.read_own",
  tag,
  input: z.strictObject({}),
  output: z.object({ read: z.int() }),
  errors: [],
});
