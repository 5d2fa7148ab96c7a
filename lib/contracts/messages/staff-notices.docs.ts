import { documented } from "@/lib/contracts/documented";
import * as staffNotices from "./staff-notices";

const example = {
  id: "0197f0a0-0000-7000-8000-000000000451",
  kind: "inactive_members" as const,
  title: "12 members have not been in for 14 days",
  body: "Fitzroy, on 2 March. Eight of them were written to.",
  href: "/manage/iron-temple/members?last_visit_before=2026-02-16",
  created_at: "2026-03-02T23:00:10.000Z",
  read_at: null,
};

export const staffNoticesDocs = documented(staffNotices, {
  listStaffNotices: {
    summary: "List the signed-in staff member's notices, newest first",
    example: { input: {}, output: { data: [example], next_cursor: null, unread: 1 } },
  },

  updateStaffNotice: {
    summary: "Mark a notice as read or unread",
    example: { input: { id: example.id, is_read: true }, output: { ...example, read_at: "2026-03-03T01:00:00.000Z" } },
  },

  readAllStaffNotices: {
    summary: "Mark all notices as read",
    example: { input: {}, output: { read: 4 } },
  },
});
