import { type BillingState, billThrough, type Line, openMembership, type Sale } from "@/lib/domain/billing/engine";

const monthly = { interval_unit: "month", interval_count: 1, billing_day: null } as const;

export const offPeak = { plan_id: "off-peak", plan_name: "Off-peak", price_minor: 5900, ...monthly };
export const anytime = { plan_id: "anytime", plan_name: "Anytime", price_minor: 7900, ...monthly };

/** A monthly membership sold on its first day, without a fee, a minimum term or notice. */
export const sale = (starts_on: string, other: Partial<Sale> = {}): Sale => ({
  ...{ kind: "recurring", starts_on, on: starts_on, term: offPeak, joining_fee_minor: 0, first_period: "full" },
  ...{ prepaid_periods: 1, discounts: [], min_term_months: null, notice_days: 0 },
  ...{ freeze_extends_min_term: true, pack_freezable: false },
  ...other,
});

export const opened = (starts_on: string, other: Partial<Sale> = {}): BillingState =>
  openMembership(sale(starts_on, other)).state;

/** Billed through a day. */
export const reached = (state: BillingState, day: string): BillingState => billThrough(state, day).state;

/** "2026-02-28/2026-03-30 5900" */
export const brief = ({ from_on, to_on, amount_minor }: Line): string => `${from_on}/${to_on} ${amount_minor}`;

/** "period 2026-02-28 5900" */
export const due = ({ kind, on, amount_minor }: Line): string => `${kind} ${on} ${amount_minor}`;

export const billed = (state: BillingState, day: string): string[] => billThrough(state, day).lines.map(brief);
