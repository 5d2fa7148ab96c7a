import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/calendar-day";
import { entryReason, entryWarningCode } from "@/lib/values/entry-reasons";
import { checkInMethod, checkOutKind } from "@/lib/values/statuses";
import { inputTime } from "@/lib/values/wall-time";
import { occupancyNow } from "./occupancy";

export const scanOutcome = z.enum(["admitted", "denied"]);

/** The member as shown at the desk. */
export const visitor = z.object({
  id,
  member_code: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  photo_url: z.string().nullable(),
});

/** One scan: a visit, or a denied entry (`outcome` denied) with a reason and without visit fields. */
export const checkIn = z.object({
  id,
  outcome: scanOutcome,
  member: visitor.nullable(),
  location_id: id,
  location_name: z.string(),
  membership_id: id.nullable(),
  plan_name: z.string().nullable(),
  check_in_at: instantOut,
  /** The same instant as local wall time at the location, with its offset. */
  check_in_time: instantOut,
  visit_on: calendarDay,
  check_out_at: instantOut.nullable(),
  check_out_kind: checkOutKind.nullable(),
  /** When the server heard of it; later than check_in_at where somebody entered it afterwards. */
  received_at: instantOut,
  method: checkInMethod,
  denied_reason: entryReason.nullable(),
  warnings: z.array(entryWarningCode),
  /** The refusal that staff set aside to let the member in. */
  overridden_reason: entryReason.nullable(),
  staff_reason: z.string().nullable(),
  undone_at: instantOut.nullable(),
  undo_reason: z.string().nullable(),
});

const telling = { title: z.string(), tell_member: z.string(), tell_staff: z.string() };

export const entryWarning = z.object({
  code: entryWarningCode,
  tone: z.enum(["info", "warn"]),
  title: z.string(),
  tell_staff: z.string(),
  tell_member: z.string().nullable(),
});

/** The `decision` property of the problem document of a denied check-in. */
export const entryRefusal = z.object({
  ...telling,
  reason: entryReason,
  is_overridable: z.boolean(),
  member: visitor.nullable(),
  plan_name: z.string().nullable(),
  denied_entry_id: id,
  location_id: id,
});

export const checkInAnswer = checkIn.extend({
  /** True where this scan belongs to a visit that had begun already; no second one was written. */
  repeated: z.boolean(),
  decision: z.object({ ...telling, warnings: z.array(entryWarning) }),
  visits_this_month: z.int().min(0),
  occupancy: occupancyNow,
});

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
  undone_at: null,
  undo_reason: null,
};

export const createCheckIn = contract({
  id: "check_ins.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/check-ins",
  access: "check_ins.create",
  tag: "Check-in",
  summary: "Check a member in",
  description:
    "Name the member by exactly one of `member_id`, `code` (a printed card's code or the member number) and `qr` (what the pass shows). A `check_in_time` without an offset is local to the location. `location_id` may be left out where the caller has one location or the member's home location is meant. A refusal is stored and answered with 403 `entry_denied` or 402 `payment_required`, with the reason in `decision`; with `override_reason` it is set aside where `decision.is_overridable` allows. A second scan within ten minutes answers the same visit with `repeated: true`.",
  input: z
    .strictObject({
      member_id: id,
      code: text(400),
      qr: text(400),
      check_in_time: inputTime,
      method: checkInMethod,
      location_id: id,
      override_reason: text(300),
      reason: text(300),
    })
    .partial()
    .refine((input) => [input.member_id, input.code, input.qr].filter((name) => name !== undefined).length === 1, {
      path: ["member_id"],
      error: "Name the member by exactly one of member_id, code and qr",
    }),
  output: checkInAnswer,
  status: 201,
  errors: ["entry_denied", "payment_required", "location_required", "not_found"],
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
});

const filters = {
  location_id: id,
  from_on: calendarDay,
  to_on: calendarDay,
  outcome: scanOutcome,
  method: listOf(checkInMethod),
  /** Only those who are inside now. */
  is_inside: flag,
  include_undone: flag,
};

export const listCheckIns = contract({
  id: "check_ins.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/check-ins",
  access: "check_ins.read",
  tag: "Check-in",
  summary: "List check-ins and refusals, the newest first",
  description: "Days are local to each visit's location. Undone check-ins are left out unless asked for.",
  input: z
    .strictObject({ member_id: id, ...filters })
    .partial()
    .extend(page),
  output: pageOf(checkIn),
  errors: ["malformed_cursor"],
  example: { input: { limit: 20 }, output: { data: [exampleCheckIn], next_cursor: null } },
});

export const listMemberCheckIns = contract({
  id: "check_ins.list_of_member",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/check-ins",
  access: "check_ins.read",
  tag: "Check-in",
  summary: "List one member's check-ins and refusals",
  input: z.strictObject(filters).partial().extend(page).extend({ id }),
  output: pageOf(checkIn),
  errors: ["malformed_cursor", "not_found"],
  example: { input: { id: exampleVisitor.id }, output: { data: [exampleCheckIn], next_cursor: null } },
});

export const getCheckIn = contract({
  id: "check_ins.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/check-ins/{id}",
  access: "check_ins.read",
  tag: "Check-in",
  summary: "Read one check-in or refusal",
  input: z.strictObject({ id }),
  output: checkIn,
  errors: ["not_found"],
  example: { input: { id: exampleCheckIn.id }, output: exampleCheckIn },
});

export const checkOut = contract({
  id: "check_ins.check_out",
  scope: "location",
  method: "POST",
  path: "/api/v1/check-ins/{id}/check-outs",
  access: "check_ins.create",
  tag: "Check-in",
  summary: "Check a member out",
  input: z.strictObject({ id }),
  output: checkIn,
  status: 201,
  errors: ["not_found", "already_checked_out", "already_undone"],
  example: {
    input: { id: exampleCheckIn.id },
    output: { ...exampleCheckIn, check_out_at: "2026-03-05T07:50:00.000Z", check_out_kind: "staff" },
  },
});

export const undoCheckIn = contract({
  id: "check_ins.undo",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/check-ins/{id}",
  access: "check_ins.undo",
  tag: "Check-in",
  summary: "Undo a check-in",
  description:
    "The visit no longer counts, a session that it took goes back, and the record of it stays with the reason.",
  input: z.strictObject({ id, reason: text(300) }),
  output: checkIn,
  errors: ["not_found", "already_undone"],
  example: {
    input: { id: exampleCheckIn.id, reason: "Wrong person" },
    output: { ...exampleCheckIn, undone_at: "2026-03-05T06:43:00.000Z", undo_reason: "Wrong person" },
  },
});
