import { dayPlus } from "@/db/seed/days";
import type { SeedPlan } from "@/db/seed/gym";
import { nextBill, type SeedMembership } from "@/db/seed/memberships";
import {
  adoptMembership,
  type BillingState,
  billThrough,
  type DiscountFacts,
  type Line,
  type Outcome,
  openMembership,
} from "@/lib/domain/billing/engine";
import { happened } from "@/lib/domain/memberships/billing/happened";
import type { InvoiceOrigin } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Happening, HappeningNote } from "@/lib/values/membership-history";
import { defaultFreezePolicy } from "@/lib/values/membership-terms";

type By = "desk" | "manager" | "job";

/** Something that staff did to a membership. */
export type Act = {
  on: CalendarDay;
  minute: number;
  origin: InvoiceOrigin;
  by: By;
  note?: HappeningNote;
  take: (state: BillingState) => Outcome;
};

/** What the time line of the membership says about an act. */
export type Happened = Pick<Act, "on" | "minute" | "by"> & {
  effective_on: CalendarDay;
  facts: Happening;
  note: HappeningNote | undefined;
};

/** Lines of one document. */
export type Bill = { on: CalendarDay; minute: number; origin: InvoiceOrigin; by: By; lines: Line[] };

/** The job of the renewals runs at 02:00. */
export const RENEWALS_MINUTE = 120;

export type Sale = {
  membership: Pick<SeedMembership, "starts_on" | "ends_on">;
  plan: SeedPlan;
  plan_id: string;
  price_minor: number;
  joining_fee_minor: number;
  discounts: DiscountFacts[];
  on: CalendarDay;
};

const conditionsOf = ({ membership, plan, plan_id, price_minor }: Sale) => ({
  kind: plan.kind,
  starts_on: membership.starts_on,
  term: {
    ...{ plan_id, plan_name: plan.name, price_minor },
    ...{ interval_unit: plan.interval_unit, interval_count: plan.interval_count, billing_day: null },
  },
  min_term_months: null,
  notice_days: 0,
  freeze_extends_min_term: defaultFreezePolicy.extends_min_term,
  pack_freezable: defaultFreezePolicy.moves_pack_expiry,
});

/** A membership that is older than the software was billed elsewhere before. Null if it had ended by then. */
function begin(sale: Sale, began_on: CalendarDay): { state: BillingState; bills: Bill[] } | null {
  const { membership, plan, on, discounts, joining_fee_minor, price_minor } = sale;
  if (on >= began_on) {
    const { state, lines } = openMembership({
      ...conditionsOf(sale),
      ...{ on, joining_fee_minor, first_period: "full", prepaid_periods: 1, discounts },
    });
    return { state, bills: [{ on, minute: 0, origin: "sale", by: "desk", lines }] };
  }
  const next_on =
    plan.kind === "recurring" ? nextBill(membership, dayPlus(began_on, -1)) : dayPlus(membership.ends_on ?? on, 1);
  if (next_on < began_on) return null;
  const anchor_day = Number(membership.starts_on.slice(8));
  const adoption = { ...conditionsOf(sale), next_on, anchor_day, charged_minor: price_minor, discounts: [] };
  return { state: adoptMembership(adoption), bills: [] };
}

const renewal = (lines: Line[]): Bill[] =>
  [...new Set(lines.map(({ on }) => on))].map((on) => ({
    ...{ on, minute: RENEWALS_MINUTE, origin: "renewal" as const, by: "job" as const },
    lines: lines.filter((line) => line.on === on),
  }));

/** The sale, the renewals and everything that staff did, day by day, as the engine bills it. */
export function replay(
  sale: Sale,
  acts: readonly Act[],
  { began_on, through }: { began_on: CalendarDay; through: CalendarDay },
): { state: BillingState | null; bills: Bill[]; happenings: Happened[] } {
  const begun = begin(sale, began_on);
  if (!begun) return { state: null, bills: [], happenings: [] };
  let { state } = begun;
  const bills = [...begun.bills];
  const happenings: Happened[] = [];
  for (const act of acts.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const due = billThrough(state, act.on);
    const acted = act.take(due.state);
    const after = billThrough(acted.state, act.on);
    bills.push(...renewal(due.lines));
    const lines = [...acted.lines, ...after.lines];
    if (lines.length > 0) bills.push({ on: act.on, minute: act.minute, origin: act.origin, by: act.by, lines });
    const { on, minute, by, note } = act;
    for (const one of happened({ before: due.state, state: after.state, today: on }))
      happenings.push({ on, minute, by, note, ...one });
    state = after.state;
  }
  const due = billThrough(state, through);
  bills.push(...renewal(due.lines));
  return { state: due.state, bills, happenings };
}
