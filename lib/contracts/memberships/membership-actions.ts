import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, text } from "@/lib/contracts/fields";
import { cancelReasons } from "@/lib/values/membership-terms";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { bill, membership } from "./memberships";

const day = calendarDay.nullable();

/** What an action would do; the action itself does exactly this. */
export const actionPreview = bill.extend({
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

export const cancellationOptions = z.object({
  membership_id: id,
  plan_name: z.string(),
  currency: z.string(),
  today: calendarDay,
  /** The first day without access, if it is cancelled already. */
  cancelled_on: day,
  options: z.array(
    z.object({
      when: z.enum(["now", "period_end"]),
      /** Why this way is not open, in one sentence. */
      refusal: z.string().nullable(),
      result: z
        .object({
          last_day: calendarDay,
          cancelled_on: calendarDay,
          last_charge_on: day,
          /** What is still charged until then, with tax. */
          charges_minor: z.int(),
          /** What can be credited for paid days that are not used, with tax. */
          unused_minor: z.int(),
        })
        .nullable(),
    }),
  ),
  /** F4: null where there is none or it is over. */
  cooling_off: z
    .object({
      /** The last day; null while the first use, which it begins with, has not come. */
      until_on: day,
      days_left: z.int().nullable(),
      refund_minor: z.int(),
    })
    .nullable(),
  overriding_reasons: z.array(z.enum(cancelReasons)),
  needs_proof: z.boolean(),
  may_cancel_online: z.boolean(),
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
  /** `cooling_off` ends the membership at once and gives back everything that was charged. */
  reason_code: z.enum(cancelReasons).optional(),
  /** What staff have seen that proves the reason, where the legal rules ask for it. */
  proof: text(300).optional(),
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
  output: actionPreview,
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
  output: actionPreview,
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
  output: actionPreview,
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

export const getCancellationOptions = contract({
  ...base,
  id: "memberships.cancellation_options",
  method: "GET",
  path: "/api/v1/memberships/{id}/cancellation",
  access: "memberships.cancel",
  input: z.strictObject({ id, reason_code: z.enum(cancelReasons).optional() }),
  output: cancellationOptions,
  errors: ["not_found"],
});

export const previewCancellation = contract({
  ...base,
  id: "memberships.preview_cancellation",
  method: "POST",
  path: "/api/v1/memberships/{id}/cancellations/preview",
  access: "memberships.cancel",
  writes_nothing: true,
  input: z.strictObject(cancelFields),
  output: actionPreview,
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
