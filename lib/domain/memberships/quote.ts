import type { Output } from "@/lib/contracts/contract";
import type { quoteMembership } from "@/lib/contracts/memberships/memberships";
import {
  type BillingState,
  billThrough,
  type DiscountFacts,
  type Line,
  nextBill,
  openMembership,
} from "@/lib/domain/billing/engine";
import type { Seller } from "@/lib/domain/billing/entities";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { NamedPayer } from "@/lib/values/membership-history";
import { membershipStatusOn } from "@/lib/values/membership-rules/status";
import { defaultFreezePolicy } from "@/lib/values/membership-terms";
import { type BilledMembership, billOf, taxesOf, withRefusals } from "./billing";
import { payerColumns } from "./paying";
import type { Plan } from "./plans";
import { type PendingIncrease, type Raise, withIncrease } from "./pricing/pending-increase";

export type Offer = {
  member_id: string;
  seller: Seller;
  plan: Plan;
  price_minor: number;
  joining_fee_minor: number;
  joining_fee_waived: "already_a_member" | null;
  /** The rules that changed the price, as staff and member read them. */
  price_reasons: string[];
  /** What staff should know before the sale. */
  notes: string[];
  discounts: DiscountFacts[];
  /** J4. */
  family: DiscountFacts[];
  /** F11: the member returns after a gap. */
  is_rejoin: boolean;
  /** C21: free once per join. */
  is_first_period_free: boolean;
  prepaid_periods: number;
  /** J2: who pays, if not the member. */
  payer: NamedPayer | null;
  /** C20: a new price that is announced. */
  increase: PendingIncrease | null;
  starts_on: CalendarDay;
  today: CalendarDay;
};

type Quote = Output<typeof quoteMembership>;
type Sold = { quote: Quote; state: BillingState; lines: Line[]; raise: Raise | null };

/** Who gets and pays the membership of an offer. */
export const buyerOf = ({ member_id, seller, plan, payer }: Offer, id: string | null): BilledMembership => ({
  ...{ id, member_id, ...payerColumns(payer) },
  ...{ location_id: seller.location.id, currency: plan.currency },
});

/** The first bill, and those of periods that have begun since a start in the past. */
function openOffer(offer: Offer) {
  const { plan, price_minor, joining_fee_minor, discounts, prepaid_periods, starts_on, today, increase } = offer;
  const { kind, id, name, interval_unit, interval_count, billing_day, freeze_policy } = plan;
  const policy = freeze_policy ?? defaultFreezePolicy;
  const sold = openMembership({
    ...{ kind, starts_on, on: today, joining_fee_minor, prepaid_periods },
    discounts: [...discounts, ...offer.family],
    term: { plan_id: id, plan_name: name, price_minor, interval_unit, interval_count, billing_day },
    first_period: offer.is_first_period_free ? "free" : "full",
    ...{ min_term_months: plan.min_term_months, notice_days: plan.notice_days },
    ...{ freeze_extends_min_term: policy.extends_min_term, pack_freezable: policy.moves_pack_expiry },
  });
  const missed = billThrough(sold.state, today);
  return { ...withIncrease(missed.state, increase), lines: [...sold.lines, ...missed.lines] };
}

/** C12: preview and sale use the same computation. */
export function quoteOf(offer: Offer, organization: OrganizationCard): Sold {
  const { plan, seller, starts_on, today } = offer;
  const { state, lines, raise } = withRefusals(() => openOffer(offer), {
    bad_cycle: "plan_id",
    prepaid_needs_whole_periods: "prepaid_periods",
  });
  const { next_bill_on, ends_on } = state;
  const options = { membership: buyerOf(offer, null), taxes: taxesOf([plan]), seller, organization };
  const quote: Quote = {
    member_id: offer.member_id,
    plan_id: plan.id,
    plan_name: plan.name,
    kind: plan.kind,
    location_id: seller.location.id,
    status: membershipStatusOn({ starts_on, ends_on, cancelled_on: null, freezes: [] }, today),
    currency: plan.currency,
    ...billOf(lines, options),
    ...{ starts_on, ends_on, next_bill_on },
    next_bill_minor: next_bill_on === null ? null : billOf(nextBill(state), options).total_minor,
    interval_unit: plan.interval_unit,
    interval_count: plan.interval_count,
    sessions_included: plan.sessions_included,
    joining_fee_waived: offer.joining_fee_waived,
    price_reasons: offer.price_reasons,
    ...{ is_rejoin: offer.is_rejoin, prepaid_periods: offer.prepaid_periods, payer: offer.payer },
    notes: offer.notes,
  };
  return { quote, state, lines, raise };
}
