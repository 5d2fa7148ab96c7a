import { and, eq, inArray } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { StoredBilling } from "@/lib/values/billing-state";
import { type PlanTax, type PlanTaxes, taxesOf } from "./draft";

type Row = { row: { billing: StoredBilling | null }; plan: PlanTax };

/** The taxes of every plan that the states name: a plan change that waits, or was made inside the period, names another than the row. */
export async function planTaxes({ db, organization_id }: TenantCtx, rows: readonly Row[]): Promise<PlanTaxes> {
  const known = taxesOf(rows.map(({ plan }) => plan));
  const named = rows.flatMap(({ row }) =>
    row.billing ? [row.billing.billed, ...row.billing.terms].map(({ plan_id }) => plan_id) : [],
  );
  const missing = [...new Set(named)].filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const { id, tax_class, is_price_with_tax, family_discounts } = membershipPlans;
  const others = await db
    .select({ id, tax_class, is_price_with_tax, family_discounts })
    .from(membershipPlans)
    .where(and(eq(membershipPlans.organization_id, organization_id), inArray(id, missing)));
  return new Map([...known, ...taxesOf(others)]);
}
