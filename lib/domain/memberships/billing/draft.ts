import type { Draft, DraftLine, Payer } from "@/lib/domain/billing/documents";
import { keyOf, type Line } from "@/lib/domain/billing/engine";
import type { InvoiceOrigin } from "@/lib/values/billing";
import type { FamilyTier } from "@/lib/values/membership-terms";

/** What a document needs to know of a membership. */
export type BilledMembership = {
  id: string | null;
  member_id: string;
  payer_member_id: string | null;
  payer_company_id: string | null;
  location_id: string;
  currency: string;
};

/** How a plan is taxed, and what it takes off for a family. */
export type PlanTax = { id: string; tax_class: string; is_price_with_tax: boolean; family_discounts?: FamilyTier[] };
/** By the id of the plan. */
export type PlanTaxes = ReadonlyMap<string, PlanTax>;

export const taxesOf = (plans: readonly PlanTax[]): PlanTaxes => new Map(plans.map((plan) => [plan.id, plan]));

/** L11: a credit for days of another plan is taxed as these days were. */
function taxOf({ plan_id }: Line, taxes: PlanTaxes): PlanTax {
  const tax = taxes.get(plan_id);
  if (!tax) throw new Error("A line has a plan whose tax was not read");
  return tax;
}

/** J2, J3: who pays the next invoice. */
const payerOf = ({ member_id, payer_member_id, payer_company_id }: Omit<BilledMembership, "id">): Payer =>
  payer_company_id
    ? { payer_member_id: null, payer_company_id }
    : { payer_member_id: payer_member_id ?? member_id, payer_company_id: null };

const labels: Record<Line["kind"], (plan_name: string) => string> = {
  period: (plan_name) => plan_name,
  joining_fee: () => "Joining fee",
  freeze_fee: (plan_name) => `Freeze of ${plan_name}`,
  plan_change_charge: (plan_name) => plan_name,
  plan_change_credit: (plan_name) => `Unused days of ${plan_name}`,
  unused_days_credit: (plan_name) => `Unused days of ${plan_name}`,
  transfer_fee: (plan_name) => `Transfer of ${plan_name}`,
};

export const labelOf = ({ kind, plan_name }: Pick<Line, "kind" | "plan_name">): string => labels[kind](plan_name);

const draftLine = (line: Line, membership: BilledMembership, { tax_class, is_price_with_tax }: PlanTax): DraftLine => ({
  ...{ kind: line.kind, member_id: membership.member_id, membership_id: membership.id, description: labelOf(line) },
  line_key: keyOf(line),
  ...{ due_on: line.on, from_on: line.from_on, to_on: line.to_on },
  ...{ list_minor: line.list_minor, discount_minor: line.discount_minor },
  ...{ tax_class, is_price_with_tax },
  facts: { ...line.facts, plan_name: line.plan_name, discounts: line.discounts },
});

/** C14: one document for each day on which lines are due, oldest first. */
export function draftsOf(
  lines: readonly Line[],
  membership: BilledMembership,
  taxes: PlanTaxes,
  origin: InvoiceOrigin,
): Draft[] {
  const { location_id, currency } = membership;
  const days = [...new Set(lines.map(({ on }) => on))].toSorted();
  return days.map((day) => ({
    ...payerOf(membership),
    ...{ origin, location_id, currency },
    lines: lines.filter(({ on }) => on === day).map((line) => draftLine(line, membership, taxOf(line, taxes))),
  }));
}
