import { and, eq, sql } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import { currentTerm, type Line } from "@/lib/domain/billing/engine";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { PlanTax } from "./draft";
import type { Billed } from "./load";

type Taxed = { row: Pick<Billed["row"], "plan_id">; plan: PlanTax; state: Billed["state"] };

/** How each line of the memberships is taxed: as the plan in force on its day, which a change of plan may have replaced by then. */
export async function planTaxes(
  { db, organization_id }: TenantCtx,
  billed: readonly Taxed[],
): Promise<(membership: Taxed) => PlanTax | ((line: Line) => PlanTax)> {
  const others = billed.flatMap(({ row, state }) =>
    state.terms.map(({ plan_id }) => plan_id).filter((plan_id) => plan_id !== row.plan_id),
  );
  if (others.length === 0) return ({ plan }) => plan;
  const { id, tax_class, is_price_with_tax } = membershipPlans;
  const rows = await db
    .select({ id, tax_class, is_price_with_tax })
    .from(membershipPlans)
    .where(
      and(
        eq(membershipPlans.organization_id, organization_id),
        sql`${id} = any(${sql.param([...new Set(others)])}::uuid[])`,
      ),
    );
  const taxes = new Map<string, PlanTax>(rows.map(({ id: plan_id, ...tax }) => [plan_id, tax]));
  return ({ state, plan }) =>
    state.terms.length === 1 ? plan : ({ on }) => taxes.get(currentTerm(state, on).plan_id) ?? plan;
}
