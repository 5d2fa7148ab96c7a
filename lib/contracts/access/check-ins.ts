import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { entryReason, entryWarningCode } from "@/lib/values/schemas/entry-reasons";
import { checkInMethod, checkOutKind } from "@/lib/values/schemas/statuses";
import { inputTime } from "@/lib/values/schemas/wall-time";
import { occupancyNow } from "./occupancy";

const scanOutcome = z.enum(["admitted", "denied"]);

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
  /** The time at which the server received it; later than check_in_at for a back-dated check-in. */
  received_at: instantOut,
  method: checkInMethod,
  denied_reason: entryReason.nullable(),
  warnings: z.array(entryWarningCode),
  /** The denial reason that staff overrode. */
  overridden_reason: entryReason.nullable(),
  staff_reason: z.string().nullable(),
  /** The freeze that this visit ended, with its days as they were before. */
  ended_freeze: z.object({ from_on: calendarDay, to_on: calendarDay.nullable() }).nullable(),
  undone_at: instantOut.nullable(),
  undo_reason: z.string().nullable(),
});

const telling = { title: z.string(), tell_member: z.string(), tell_staff: z.string() };

const entryWarning = z.object({
  code: entryWarningCode,
  tone: z.enum(["info", "warn"]),
  title: z.string(),
  tell_staff: z.string(),
  tell_member: z.string().nullable(),
});

/** The `decision` property of the problem document of a denied check-in. */
const entryRefusal = z.object({
  ...telling,
  reason: entryReason,
  is_overridable: z.boolean(),
  member: visitor.nullable(),
  plan_name: z.string().nullable(),
  denied_entry_id: id,
  location_id: id,
});

export type EntryRefusal = z.output<typeof entryRefusal>;

const checkInAnswer = checkIn.extend({
  /** True if the scan belongs to a visit that is already open; no second visit was created. */
  repeated: z.boolean(),
  decision: z.object({ ...telling, warnings: z.array(entryWarning) }),
  visits_this_month: z.int().min(0),
  occupancy: occupancyNow,
});

export const createCheckIn = contract({
  id: "check_ins.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/check-ins",
  access: "check_ins.create",
  tag: "Check-in",
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
});

const filters = {
  location_id: id,
  from_on: calendarDay,
  to_on: calendarDay,
  outcome: scanOutcome,
  method: listOf(checkInMethod),
  /** Only members who are inside now. */
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
  input: z
    .strictObject({ member_id: id, ...filters })
    .partial()
    .extend(page),
  output: pageOf(checkIn),
  errors: ["malformed_cursor"],
});

export const listMemberCheckIns = contract({
  id: "check_ins.list_of_member",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/check-ins",
  access: "check_ins.read",
  tag: "Check-in",
  input: z.strictObject(filters).partial().extend(page).extend({ id }),
  output: pageOf(checkIn),
  errors: ["malformed_cursor", "not_found"],
});

export const getCheckIn = contract({
  id: "check_ins.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/check-ins/{id}",
  access: "check_ins.read",
  tag: "Check-in",
  input: z.strictObject({ id }),
  output: checkIn,
  errors: ["not_found"],
});

export const checkOut = contract({
  id: "check_ins.check_out",
  scope: "location",
  method: "POST",
  path: "/api/v1/check-ins/{id}/check-outs",
  access: "check_ins.create",
  tag: "Check-in",
  input: z.strictObject({ id }),
  output: checkIn,
  status: 201,
  errors: ["not_found", "already_checked_out", "already_undone"],
});

export const undoCheckIn = contract({
  id: "check_ins.undo",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/check-ins/{id}",
  access: "check_ins.undo",
  tag: "Check-in",
  input: z.strictObject({ id, reason: text(300) }),
  /** `freeze`: what became of the freeze that the visit had ended; null where it had ended none. */
  output: checkIn.extend({ freeze: z.enum(["restored", "not_restored"]).nullable() }),
  errors: ["not_found", "already_undone"],
});
