import { type BillingState, billThrough, nextBill, termOn } from "@/lib/domain/billing/engine";
import type { Seller } from "@/lib/domain/billing/entities";
import { type Billed, billOf } from "@/lib/domain/memberships/billing";
import type { OrganizationCard } from "@/lib/kernel/caller";
import type { SubscriptionTerms } from "@/lib/providers/payments";
import type { CalendarDay } from "@/lib/values/calendar-day";

/** What the gateway should do for a membership, by what the membership is now. */
export type Wanted = {
  /** Of the next bill. Null: nothing more is billed, or the return from a freeze is not known. */
  terms: SubscriptionTerms | null;
  next_bill_on: CalendarDay | null;
  /** The first day of the period that was billed last. */
  billed_from_on: CalendarDay;
  is_frozen: boolean;
  /** Nothing is billed any more. */
  has_ended: boolean;
  payer_member_id: string | null;
  payer_company_id: string | null;
};

/**
 * What the renewals have billed through today is behind us, whether they ran or not, so that a bill of today is not asked for twice. The
 * next bill is what the renewals will make of it (C12).
 */
export function wantedOf(
  { row, state: stored, taxes, today }: Omit<Billed, "plan">,
  seller: Seller,
  organization: OrganizationCard,
): Wanted {
  const { state } = billThrough(stored, today);
  const { next_bill_on } = state;
  return {
    terms: next_bill_on === null ? null : termsOf(state, next_bill_on),
    ...{ next_bill_on, billed_from_on: state.billed.from_on, is_frozen: state.freezes.some(isNow) },
    has_ended: next_bill_on === null && !state.freezes.some(({ to_on }) => to_on === null),
    payer_member_id: row.payer_company_id ? null : (row.payer_member_id ?? row.member_id),
    payer_company_id: row.payer_company_id,
  };

  function isNow({ from_on, to_on, fee }: BillingState["freezes"][number]): boolean {
    return fee.mode !== "full" && from_on <= today && (to_on === null || to_on >= today);
  }

  function termsOf(of: BillingState, on: CalendarDay): SubscriptionTerms {
    const { plan_name, interval_unit: unit, interval_count: count } = termOn(of.terms, on);
    const bill = billOf(nextBill(of), { membership: row, taxes, seller, organization });
    const { total_minor: amount_minor } = bill;
    return { amount_minor, currency: row.currency, interval: { unit, count }, name: plan_name };
  }
}
