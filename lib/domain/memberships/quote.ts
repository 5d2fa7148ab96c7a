import type { Output } from "@/lib/contracts/contract";
import type { quoteMembership } from "@/lib/contracts/memberships/memberships";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { membershipStatusOn } from "@/lib/values/membership-rules/status";
import { type MembershipPeriods, periodsOf } from "@/lib/values/membership-term";
import type { IntervalUnit, PlanKind } from "@/lib/values/statuses";

export type Offer = {
  member_id: string;
  location_id: string;
  plan: {
    id: string;
    name: string;
    kind: PlanKind;
    currency: string;
    interval_unit: IntervalUnit;
    interval_count: number;
    sessions_included: number | null;
  };
  price_minor: number;
  joining_fee_minor: number;
  joining_fee_waived: "already_a_member" | null;
  starts_on: CalendarDay;
  today: CalendarDay;
};

export type Quote = Output<typeof quoteMembership>;

/** C12: preview and sale use the same computation. */
export function quoteOf(offer: Offer): { quote: Quote; term: MembershipPeriods } {
  const { plan, price_minor, joining_fee_minor, starts_on } = offer;
  const term = periodsOf(plan.kind, plan, starts_on);
  const paid_to = term.ends_on ?? (term.next_bill_on && addDays(term.next_bill_on, -1));
  const lines: Quote["lines"] = [
    { kind: "term", label: plan.name, amount_minor: price_minor, from_on: starts_on, to_on: paid_to },
  ];
  if (joining_fee_minor > 0) {
    lines.push({
      kind: "joining_fee",
      label: "Joining fee",
      amount_minor: joining_fee_minor,
      from_on: null,
      to_on: null,
    });
  }
  const quote: Quote = {
    member_id: offer.member_id,
    plan_id: plan.id,
    plan_name: plan.name,
    kind: plan.kind,
    location_id: offer.location_id,
    status: membershipStatusOn({ ...term, starts_on, cancelled_on: null, freezes: [] }, offer.today),
    currency: plan.currency,
    lines,
    total_minor: price_minor + joining_fee_minor,
    starts_on,
    ends_on: term.ends_on,
    next_bill_on: term.next_bill_on,
    next_bill_minor: term.next_bill_on ? price_minor : null,
    interval_unit: plan.interval_unit,
    interval_count: plan.interval_count,
    sessions_included: plan.sessions_included,
    joining_fee_waived: offer.joining_fee_waived,
  };
  return { quote, term };
}
