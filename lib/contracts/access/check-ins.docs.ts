import { documented } from "@/lib/contracts/documented";
import * as checkIns from "./check-ins";

export const exampleVisitor = {
  id: "0197f0a0-0000-7000-8000-000000000101",
  member_code: "IT-0042",
  first_name: "John",
  last_name: "Doe",
  photo_url: null,
};

export const exampleCheckIn = {
  id: "0197f0a0-0000-7000-8000-000000000901",
  outcome: "admitted" as const,
  member: exampleVisitor,
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  location_name: "Fitzroy",
  membership_id: "0197f0a0-0000-7000-8000-000000000301",
  plan_name: "Unlimited",
  check_in_at: "2026-03-05T06:42:00.000Z",
  check_in_time: "2026-03-05T17:42:00+11:00",
  visit_on: "2026-03-05",
  check_out_at: null,
  check_out_kind: null,
  received_at: "2026-03-05T06:42:00.000Z",
  method: "qr" as const,
  denied_reason: null,
  warnings: [],
  overridden_reason: null,
  staff_reason: null,
  ended_freeze: null,
  undone_at: null,
  undo_reason: null,
};

export const checkInsDocs = documented(checkIns, {
  createCheckIn: {
    summary: "Check a member in",
    description:
      "Identify the member by exactly one of `member_id`, `code` (a card code or the member number) and `qr` (the content of the pass). A `check_in_time` without an offset is local to the location. `location_id` is optional if the caller has one location or the member's home location is meant. A denied entry is stored and returns 403 `entry_denied` or 402 `payment_required`, with the reason in `decision`. `override_reason` overrides a denial if `decision.is_overridable` is true. Where the plan says that a check-in ends a freeze, it does, and the answer carries the warning `freeze_ended` with the new bill day. A second scan within ten minutes returns the same visit with `repeated: true`.",
    example: {
      input: { member_id: exampleVisitor.id, check_in_time: "2025-01-15T10:00:00", method: "qr" },
      output: {
        ...exampleCheckIn,
        repeated: false,
        decision: { title: "Unlimited", tell_member: "Come in, John.", tell_staff: "Let John in.", warnings: [] },
        visits_this_month: 4,
        occupancy: {
          location_id: exampleCheckIn.location_id,
          inside: 96,
          capacity: 140,
          percent: 69,
          level: "quiet",
        },
      },
    },
  },

  listCheckIns: {
    summary: "List check-ins and denied entries, newest first",
    description: "Days are local to each visit's location. Undone check-ins are excluded by default.",
    example: { input: { limit: 20 }, output: { data: [exampleCheckIn], next_cursor: null } },
  },

  listMemberCheckIns: {
    summary: "List a member's check-ins and denied entries",
    example: { input: { id: exampleVisitor.id }, output: { data: [exampleCheckIn], next_cursor: null } },
  },

  getCheckIn: {
    summary: "Retrieve a check-in or a denied entry",
    example: { input: { id: exampleCheckIn.id }, output: exampleCheckIn },
  },

  checkOut: {
    summary: "Check a member out",
    example: {
      input: { id: exampleCheckIn.id },
      output: { ...exampleCheckIn, check_out_at: "2026-03-05T07:50:00.000Z", check_out_kind: "staff" },
    },
  },

  undoCheckIn: {
    summary: "Undo a check-in",
    description:
      "The visit no longer counts, its session is returned to the pack, and the record remains with the reason. A freeze that the check-in had ended is put back (`freeze: restored`), unless a later period was billed since or the member has checked in again (`not_restored`).",
    example: {
      input: { id: exampleCheckIn.id, reason: "Wrong person" },
      output: { ...exampleCheckIn, undone_at: "2026-03-05T06:43:00.000Z", undo_reason: "Wrong person", freeze: null },
    },
  },
});
