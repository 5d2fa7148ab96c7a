import type { CalendarDay } from "./calendar-day";
import type { BillingCycle } from "./membership-term";
import type { PlanKind } from "./statuses";

/** What a membership costs from a day on. */
export type Term = BillingCycle & {
  effective_on: CalendarDay;
  /** `period_end`: the term waits for the end of the period, and its day moves with the bill day. */
  at: "day" | "period_end";
  plan_id: string;
  plan_name: string;
  price_minor: number;
  cause: "sale" | "plan_change" | "price_increase" | "price_override";
};

export type FreezeFee =
  | { mode: "none" }
  | { mode: "one_off"; amount_minor: number }
  /** The amount is for one interval of the plan. */
  | { mode: "reduced"; amount_minor: number }
  | { mode: "full" };

/** E1: both days are frozen. Without a last day the return is not known yet. */
export type FreezeFacts = { from_on: CalendarDay; to_on: CalendarDay | null; fee: FreezeFee };

export type BookedFreeze = FreezeFacts & {
  /** The last day that a reduced fee was billed for; the first day once a one-off fee was. */
  fee_to_on: CalendarDay | null;
  fee_minor: number;
};

/** E4: what is kept of a freeze that a check-in ended, and of whose membership. */
export type EndedFreeze = FreezeFacts & { membership_id: string };

export type DiscountFacts = {
  id: string;
  label: string;
  value: { percent_bp: number } | { amount_minor: number };
  /** For how many periods; null: for good. */
  periods: number | null;
  used_periods: number;
  from_on: CalendarDay;
  /** The last first day of a period that it applies to. */
  until_on: CalendarDay | null;
  applies_to: "period" | "joining_fee" | "both";
  /** Of periods of this plan only. */
  plan_id?: string;
};

/** The last period that was billed, or the part of it that was billed last. */
export type BilledPeriod = BillingCycle & {
  /** Counted from 1 within the membership. */
  number: number;
  /** C17: how many intervals it pays for at once. */
  intervals: number;
  /** Nothing is charged for the first interval (C21). */
  is_free: boolean;
  from_on: CalendarDay;
  /** The last day that it pays for, before frozen days are added. */
  to_on: CalendarDay;
  /** The day of the month of the bill on which the period begins. */
  anchor_day: number;
  plan_id: string;
  plan_name: string;
  /** The price of the whole period. */
  full_minor: number;
  /** What was charged for this part, after discounts. */
  amount_minor: number;
  /** The discounts of the period, each with the intervals that it covers. */
  discounted: { id: string; intervals: number }[];
  days: number;
  /** Days of the period before this part. */
  offset_days: number;
  /** Days of the period after this part that are not billed: a cancellation cut it. */
  rest_days: number;
  whole_days: number;
};

type Cancellation = {
  /** `period_end`: the day moves with the bill day. */
  at: "day" | "period_end";
  requested_on: CalendarDay;
  overrides_min_term: boolean;
  /** The unused days are still to be credited when the cancellation takes effect. */
  credit_unused: boolean;
};

/** Plain JSON. `next_bill_on`, `anchor_day`, `ends_on` and the days of what waits for the period's end are derived by `settled()`. */
export type BillingState = {
  kind: PlanKind;
  starts_on: CalendarDay;
  /** Ascending by day; the first is the sale. */
  terms: Term[];
  /** Ascending; they do not overlap (E6). */
  freezes: BookedFreeze[];
  /** How often the fee of a freeze was given back. A fee that is charged for the same day once more is another fact. */
  fee_returns: number;
  discounts: DiscountFacts[];
  billed: BilledPeriod;
  /** Null where nothing will be billed: an end, a cancellation, a freeze without an end. */
  next_bill_on: CalendarDay | null;
  anchor_day: number;
  /** The last day of access of what is not recurring. */
  ends_on: CalendarDay | null;
  /** The first day without access. Null also while a freeze without an end hides it. */
  cancelled_on: CalendarDay | null;
  cancellation: Cancellation | null;
  min_term_months: number | null;
  /** The last day of the minimum term, before frozen days. `minTermEnd()` adds them. */
  min_term_ends_on: CalendarDay | null;
  notice_days: number;
  freeze_extends_min_term: boolean;
  pack_freezable: boolean;
};

/** What a membership stores. Its freezes are rows, because the door reads them. */
export type StoredBilling = Omit<BillingState, "freezes">;
