import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, text } from "@/lib/contracts/fields";
import { cancelReasons } from "@/lib/values/membership-terms";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { bill, membership } from "./memberships";

const day = calendarDay.nullable();

/** What an action would do; the action itself does exactly this. */
export const preview = bill.extend({
  membership_id: id,
  currency: z.string(),
  /** The local day of the location. */
  today: calendarDay,
  before: z.object({ next_bill_on: day, ends_on: day, cancelled_on: day }),
  after: z.object({
    next_bill_on: day,
    /** The sum of the next bill, with tax. */
    next_bill_minor: z.int().nullable(),
    ends_on: day,
    /** The first day without access. */
    cancelled_on: day,
    plan_name: z.string(),
  }),
  /** F1: what is still charged before a cancellation takes effect; null without one. */
  until_end: z.object({ last_charge_on: day, total_minor: z.int() }).nullable(),
  /** What changes beside the amounts, in sentences. */
  notes: z.array(z.string()),
});

const freezeFee = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.enum(["none", "full"]) }),
  z.strictObject({ mode: z.enum(["one_off", "reduced"]), amount_minor: count(1, 100_000_000_000) }),
]);

const freezeFields = {
  id,
  from_on: calendarDay,
  /** Absent or null: without an end, where the plan allows it. */
  to_on: calendarDay.nullable().optional(),
  /** Absent: the fee of the plan. */
  fee: freezeFee.optional(),
  reason: text(300).optional(),
};
const returnFields = { id, to_on: calendarDay };
const planFields = {
  id,
  plan_id: id,
  when: z.enum(["now", "period_end"]),
  /** Absent: the price of the plan. */
  price_minor: count(0, 100_000_000_000).optional(),
};
const cancelFields = {
  id,
  when: z.enum(["now", "period_end"]),
  reason: text(300).optional(),
  reason_code: z.enum(cancelReasons).optional(),
  /** Whether the days after the end that were paid become account credit. */
  credit_unused: z.boolean().default(false),
};

const base = { scope: "location", tag: "Memberships" } as const;
const errors = ["invalid_input", "forbidden", "not_found", "conflict", "version_conflict"] as const;
const previewErrors = ["invalid_input", "forbidden", "not_found", "conflict"] as const;

export const previewFreeze = contract({
  ...base,
  id: "memberships.preview_freeze",
  method: "POST",
  path: "/api/v1/memberships/{id}/freezes/preview",
  access: "memberships.freeze",
  writes_nothing: true,
  input: z.strictObject(freezeFields),
  output: preview,
  errors: previewErrors,
});

export const freezeMembership = contract({
  ...base,
  id: "memberships.freeze",
  method: "POST",
  path: "/api/v1/memberships/{id}/freezes",
  access: "memberships.freeze",
  input: z.strictObject(freezeFields),
  output: membership,
  status: 201,
  errors,
});

export const previewReturn = contract({
  ...base,
  id: "memberships.preview_return",
  method: "POST",
  path: "/api/v1/memberships/{id}/freezes/current/preview",
  access: "memberships.freeze",
  writes_nothing: true,
  input: z.strictObject(returnFields),
  output: preview,
  errors: previewErrors,
});

export const changeFreezeEnd = contract({
  ...base,
  id: "memberships.change_freeze_end",
  method: "PATCH",
  path: "/api/v1/memberships/{id}/freezes/current",
  access: "memberships.freeze",
  input: z.strictObject(returnFields),
  output: membership,
  errors,
});

export const removeFreeze = contract({
  ...base,
  id: "memberships.remove_freeze",
  method: "DELETE",
  path: "/api/v1/memberships/{id}/freezes/current",
  access: "memberships.freeze",
  input: z.strictObject({ id }),
  output: membership,
  errors,
});

export const previewPlanChange = contract({
  ...base,
  id: "memberships.preview_plan_change",
  method: "POST",
  path: "/api/v1/memberships/{id}/plan-changes/preview",
  access: "memberships.change_plan",
  writes_nothing: true,
  input: z.strictObject(planFields),
  output: preview,
  errors: previewErrors,
});

export const changePlan = contract({
  ...base,
  id: "memberships.change_plan",
  method: "POST",
  path: "/api/v1/memberships/{id}/plan-changes",
  access: "memberships.change_plan",
  input: z.strictObject(planFields),
  output: membership,
  status: 201,
  errors,
});

export const undoPlanChange = contract({
  ...base,
  id: "memberships.undo_plan_change",
  method: "DELETE",
  path: "/api/v1/memberships/{id}/plan-changes/pending",
  access: "memberships.change_plan",
  input: z.strictObject({ id }),
  output: membership,
  errors,
});

export const previewCancellation = contract({
  ...base,
  id: "memberships.preview_cancellation",
  method: "POST",
  path: "/api/v1/memberships/{id}/cancellations/preview",
  access: "memberships.cancel",
  writes_nothing: true,
  input: z.strictObject(cancelFields),
  output: preview,
  errors: previewErrors,
});

export const cancelMembership = contract({
  ...base,
  id: "memberships.cancel",
  method: "POST",
  path: "/api/v1/memberships/{id}/cancellations",
  access: "memberships.cancel",
  input: z.strictObject(cancelFields),
  output: membership,
  status: 201,
  errors,
});

export const withdrawCancellation = contract({
  ...base,
  id: "memberships.withdraw_cancellation",
  method: "DELETE",
  path: "/api/v1/memberships/{id}/cancellations/current",
  access: "memberships.cancel",
  input: z.strictObject({ id }),
  output: membership,
  errors,
});
