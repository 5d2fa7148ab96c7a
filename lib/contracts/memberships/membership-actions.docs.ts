import { documented } from "@/lib/contracts/documented";
import * as actions from "./membership-actions";
import { membershipExample } from "./memberships.docs";

const { id } = membershipExample;

const noLines = { lines: [], net_minor: 0, tax_minor: 0, total_minor: 0 };

export const previewExample = {
  ...{ ...noLines, membership_id: id, currency: "AUD", today: "2026-03-20", notes: [] },
  before: { next_bill_on: "2026-04-05", ends_on: null, cancelled_on: null },
  after: {
    ...{ next_bill_on: "2026-04-05", next_bill_minor: 5900, ends_on: null, cancelled_on: null },
    plan_name: "Off-peak",
  },
  until_end: null,
};

const frozen = {
  ...membershipExample,
  ...{ next_bill_on: "2026-04-19", period_ends_on: "2026-04-18", version: 2 },
  freeze: { from_on: "2026-03-23", to_on: "2026-04-05" },
};

const anytime = "0197f0a0-0000-7000-8000-0000000000f2";

const cancelled = {
  ...membershipExample,
  next_bill_on: null,
  cancelled_at: "2026-03-20T01:00:00.000Z",
  cancelled_on: "2026-04-05",
  cancel_reason: "Moves to another city",
  version: 2,
};

export const cancellationExample = {
  ...{ membership_id: id, plan_name: "Off-peak", currency: "AUD", today: "2026-03-10", cancelled_on: null },
  options: [
    {
      ...{ when: "now" as const, refusal: null },
      result: {
        ...{ last_day: "2026-03-09", cancelled_on: "2026-03-10", last_charge_on: null },
        ...{ charges_minor: 0, unused_minor: 4_948 },
      },
    },
    {
      ...{ when: "period_end" as const, refusal: null },
      result: {
        ...{ last_day: "2026-04-04", cancelled_on: "2026-04-05", last_charge_on: null },
        ...{ charges_minor: 0, unused_minor: 0 },
      },
    },
  ],
  cooling_off: { until_on: "2026-03-19", days_left: 9, refund_minor: 5_900 },
  ...{ overriding_reasons: ["medical" as const], needs_proof: false, may_cancel_online: true },
};

const days = "Both days are frozen. The end and the next bill move by exactly the frozen days.";

export const membershipActionsDocs = documented(actions, {
  previewFreeze: {
    summary: "Preview a freeze",
    description: days,
    example: {
      input: { id, from_on: "2026-03-23", to_on: "2026-04-05" },
      output: { ...previewExample, after: { ...previewExample.after, next_bill_on: "2026-04-19" } },
    },
  },
  freezeMembership: {
    summary: "Freeze a membership",
    description: `${days} The limits of the plan hold for everyone without the permission \`memberships.override\`. A first day in the past requires \`memberships.backdate\`.`,
    example: { input: { id, from_on: "2026-03-23", to_on: "2026-04-05" }, output: frozen },
  },
  previewReturn: {
    summary: "Preview another end of the freeze",
    example: {
      input: { id, to_on: "2026-03-29" },
      output: { ...previewExample, after: { ...previewExample.after, next_bill_on: "2026-04-12" } },
    },
  },
  changeFreezeEnd: {
    summary: "End the freeze on another day",
    description: "`to_on` is the last frozen day. An early return counts the days that were really frozen.",
    example: {
      input: { id, to_on: "2026-03-29" },
      output: { ...frozen, next_bill_on: "2026-04-12", freeze: { from_on: "2026-03-23", to_on: "2026-03-29" } },
    },
  },
  removeFreeze: {
    summary: "Remove a freeze that has not begun",
    example: { input: { id }, output: { ...membershipExample, version: 3 } },
  },
  previewPlanChange: {
    summary: "Preview a plan change",
    description: "A change now credits the unused days of the old plan and charges the same days of the new one.",
    example: {
      input: { id, plan_id: anytime, when: "period_end" },
      output: { ...previewExample, after: { ...previewExample.after, next_bill_minor: 8900, plan_name: "Anytime" } },
    },
  },
  changePlan: {
    summary: "Change the plan now or at the end of the period",
    example: {
      input: { id, plan_id: anytime, when: "period_end" },
      output: {
        ...membershipExample,
        next_plan: { plan_id: anytime, plan_name: "Anytime", from_on: "2026-04-05" },
        version: 2,
      },
    },
  },
  undoPlanChange: {
    summary: "Undo a plan change before its day",
    example: { input: { id }, output: { ...membershipExample, version: 3 } },
  },
  getCancellationOptions: {
    summary: "Retrieve the ways to end a membership",
    description:
      "Now and at the end of the period, with the last charge before it, and the cooling-off period of the legal rules. `reason_code` answers for a reason that may end the minimum term.",
    example: { input: { id }, output: cancellationExample },
  },
  previewCancellation: {
    summary: "Preview a cancellation",
    description: "The end of the period is the first one after the notice and the minimum term of the plan.",
    example: {
      input: { id, when: "period_end" },
      output: {
        ...previewExample,
        after: { ...previewExample.after, next_bill_on: null, next_bill_minor: null, cancelled_on: "2026-04-05" },
        until_end: { last_charge_on: null, total_minor: 0 },
      },
    },
  },
  cancelMembership: {
    summary: "Cancel a membership now or at the end of the paid period",
    example: { input: { id, when: "period_end", reason: "Moves to another city" }, output: cancelled },
  },
  withdrawCancellation: {
    summary: "Withdraw a cancellation before its date",
    example: { input: { id }, output: { ...membershipExample, version: 3 } },
  },
});
