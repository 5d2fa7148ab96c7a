import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, page } from "@/lib/contracts/fields";
import { noticeKind } from "@/lib/values/notifications";

const tag = "Staff notices";

export const staffNotice = z.object({
  id,
  kind: noticeKind,
  title: z.string(),
  body: z.string(),
  /** Inside the organization's portal. */
  href: z.string().nullable(),
  created_at: instantOut,
  read_at: instantOut.nullable(),
});
const example = {
  id: "0197f0a0-0000-7000-8000-000000000451",
  kind: "inactive_members" as const,
  title: "12 members have not been in for 14 days",
  body: "Fitzroy, on 2 March. Eight of them were written to.",
  href: "/manage/iron-temple/members?last_visit_before=2026-02-16",
  created_at: "2026-03-02T23:00:10.000Z",
  read_at: null,
};

export const listStaffNotices = contract({
  id: "staff_notices.list",
  scope: "own",
  method: "GET",
  path: "/api/v1/staff-notices",
  access: "notices.read_own",
  tag,
  summary: "List the signed-in colleague's own notices, newest first",
  input: z.strictObject({ is_unread: flag.optional(), ...page }),
  output: z.object({ data: z.array(staffNotice), next_cursor: z.string().nullable(), unread: z.int() }),
  errors: ["malformed_cursor"],
  example: { input: {}, output: { data: [example], next_cursor: null, unread: 1 } },
});

export const updateStaffNotice = contract({
  id: "staff_notices.update",
  scope: "own",
  method: "PATCH",
  path: "/api/v1/staff-notices/{id}",
  access: "notices.read_own",
  tag,
  summary: "Mark a notice as read or unread",
  input: z.strictObject({ id, is_read: z.boolean() }),
  output: staffNotice,
  errors: ["not_found"],
  example: { input: { id: example.id, is_read: true }, output: { ...example, read_at: "2026-03-03T01:00:00.000Z" } },
});

export const readAllStaffNotices = contract({
  id: "staff_notices.read_all",
  scope: "own",
  method: "POST",
  path: "/api/v1/staff-notices/reads",
  access: "notices.read_own",
  tag,
  summary: "Mark all notices as read",
  input: z.strictObject({}),
  output: z.object({ read: z.int() }),
  errors: [],
  example: { input: {}, output: { read: 4 } },
});
