import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { closureOutcomes, closureReasons, closureStates } from "@/lib/values/closures";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const counts = { total: z.int(), frozen: z.int(), shortened: z.int(), skipped: z.int() };

const closure = z.object({
  id,
  location_id: id,
  location_name: z.string(),
  /** Both days are closed. */
  from_on: calendarDay,
  to_on: calendarDay,
  reason: z.string(),
  state: z.enum(closureStates),
  /** While the job works, the counts so far. */
  ...counts,
  undone_at: instantOut.nullable(),
  created_at: instantOut,
  version,
});

const days = { location_id: id, from_on: calendarDay, to_on: calendarDay };
const base = { scope: "location", access: "closures.write", tag: "Closures" } as const;
const errors = ["invalid_input", "not_found", "conflict"] as const;

export const previewClosure = contract({
  ...base,
  id: "closures.preview",
  method: "POST",
  path: "/api/v1/closures/previews",
  writes_nothing: true,
  takes_long: true,
  input: z.strictObject({ ...days, ...page }),
  output: pageOf(
    z.object({
      membership_id: id,
      member_id: id,
      member_name: z.string(),
      plan_name: z.string(),
      outcome: z.enum(closureOutcomes),
      reason: z.enum(closureReasons).nullable(),
      frozen_days: z.int(),
      before: z.object({ next_bill_on: calendarDay.nullable(), ends_on: calendarDay.nullable() }),
      after: z.object({ next_bill_on: calendarDay.nullable(), ends_on: calendarDay.nullable() }),
    }),
  ).extend({ ...counts, bills_moved: z.int() }),
  errors: ["invalid_input", "not_found", "malformed_cursor"],
});

export const createClosure = contract({
  ...base,
  id: "closures.create",
  method: "POST",
  path: "/api/v1/closures",
  input: z.strictObject({ ...days, reason: text(200) }),
  output: closure,
  status: 201,
  errors,
});

export const listClosures = contract({
  ...base,
  id: "closures.list",
  method: "GET",
  path: "/api/v1/closures",
  input: z.strictObject({ location_id: id.optional(), ...page }),
  output: pageOf(closure),
  errors: ["malformed_cursor"],
});

export const getClosure = contract({
  ...base,
  id: "closures.get",
  method: "GET",
  path: "/api/v1/closures/{id}",
  input: z.strictObject({ id }),
  output: closure,
  errors: ["not_found"],
});

/** The memberships that it froze on some of its days only, or not at all. */
export const listClosureExceptions = contract({
  ...base,
  id: "closures.exceptions",
  method: "GET",
  path: "/api/v1/closures/{id}/exceptions",
  input: z.strictObject({ id, outcome: z.enum(["shortened", "skipped"]).optional(), ...page }),
  output: pageOf(
    z.object({
      membership_id: id,
      member_id: id,
      member_name: z.string(),
      plan_name: z.string(),
      outcome: z.enum(["shortened", "skipped"]),
      reason: z.enum(closureReasons),
      frozen_days: z.int(),
    }),
  ),
  errors: ["not_found", "malformed_cursor"],
});

export const undoClosure = contract({
  ...base,
  id: "closures.undo",
  method: "POST",
  path: "/api/v1/closures/{id}/undo",
  input: z.strictObject({ id }),
  output: closure,
  errors: ["not_found", "conflict"],
});

export const retryClosure = contract({
  ...base,
  id: "closures.retry",
  method: "POST",
  path: "/api/v1/closures/{id}/retries",
  input: z.strictObject({ id }),
  output: closure,
  errors: ["not_found", "conflict"],
});
