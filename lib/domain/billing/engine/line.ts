import type { BillingState } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";

export type LineKind =
  | "period"
  | "joining_fee"
  | "freeze_fee"
  | "plan_change_charge"
  | "plan_change_credit"
  | "unused_days_credit"
  | "transfer_fee";

export type LineDiscount = { id: string; label: string; amount_minor: number };

export type Line = {
  kind: LineKind;
  /** The day on which it is due. `keyOf()` is what makes a line unique. */
  on: CalendarDay;
  /** The days that it pays for, both included. */
  from_on: CalendarDay | null;
  to_on: CalendarDay | null;
  plan_id: string;
  plan_name: string;
  list_minor: number;
  discount_minor: number;
  /** List less discount; below zero for a credit. */
  amount_minor: number;
  discounts: LineDiscount[];
  facts: LineFacts;
};

type Part = { full_minor: number; days: number; whole_days: number };
type Unused = { charged_minor: number; unused_days: number; days: number };
/** `fee_returns` as in the state, before this line. */
type Frozen = { frozen_from_on: CalendarDay; frozen_to_on: CalendarDay | null; fee_returns: number };
type Change = { from_plan: string; to_plan: string; changed_on: CalendarDay };

/** What an explanation needs. */
export type LineFacts =
  | { why: "period"; number: number; full_minor: number }
  | { why: "first_period_free"; full_minor: number; intervals: number }
  | { why: "prepaid"; number: number; full_minor: number; intervals: number; price_minor: number }
  /** To a fixed billing day: the first part, or the part after a freeze. */
  | ({ why: "part_to_billing_day"; number: number; billing_day: number } & Part)
  | ({ why: "part_to_cancellation"; number: number; cancelled_on: CalendarDay } & Part)
  /** The cancellation that had cut the period was withdrawn. */
  | ({ why: "rest_of_period"; number: number } & Part)
  | { why: "joining"; full_minor: number }
  | ({ why: "freeze_one_off"; full_minor: number } & Frozen)
  | ({ why: "freeze_interval" } & Frozen & Part)
  | ({ why: "plan_change_unused" } & Change & Unused)
  | ({ why: "plan_change_rest" } & Change & Part)
  | ({ why: "plan_change_new_period" } & Change & Part)
  | ({ why: "cancelled_unused"; cancelled_on: CalendarDay } & Unused)
  | { why: "retroactive_freeze"; frozen_from_on: CalendarDay; frozen_days: number; charged_minor: number }
  | ({ why: "freeze_fee_returned"; frozen_days: number; charged_minor: number; due_minor: number } & Frozen)
  | { why: "transfer"; full_minor: number }
  | { why: "start_moved"; from_starts_on: CalendarDay; to_starts_on: CalendarDay; charged_minor: number };

export type Outcome = { state: BillingState; lines: Line[] };

/**
 * The business fact of a line, unique within a membership (C13): a period's first day, and of what may come twice on a day what it is
 * about.
 */
export function keyOf({ kind, on, from_on, facts }: Line): string {
  switch (facts.why) {
    case "start_moved":
      return `${kind} ${on} start ${facts.to_starts_on}`;
    case "retroactive_freeze":
      return `${kind} freeze ${facts.frozen_from_on}`;
    case "freeze_fee_returned":
      return `${kind} fee ${facts.fee_returns}`;
    case "freeze_one_off":
    case "freeze_interval":
      return `${kind} ${on} ${facts.fee_returns}`;
    default:
      return `${kind} ${kind === "period" ? from_on : on}`;
  }
}

type Credit = Pick<Line, "kind" | "on" | "from_on" | "to_on" | "plan_id" | "plan_name" | "facts"> & {
  credit_minor: number;
};

/** A line below zero; none where there is nothing to give back. */
export const creditLines = ({ credit_minor, ...line }: Credit): Line[] =>
  credit_minor === 0
    ? []
    : [{ ...line, list_minor: -credit_minor, discount_minor: 0, amount_minor: -credit_minor, discounts: [] }];
