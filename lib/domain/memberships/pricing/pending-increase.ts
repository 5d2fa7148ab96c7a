import { and, eq, ne, sql } from "drizzle-orm";
import { priceIncreases } from "@/db/schema";
import { type BillingState, schedulePrice } from "@/lib/domain/billing/engine";
import { withRefusals } from "@/lib/domain/memberships/billing";
import { isPending } from "@/lib/domain/memberships/plans";
import type { TenantCtx } from "@/lib/kernel/operation";
import { type Effect, effectOf, type NewPrice } from "./increase-effect";

export type PendingIncrease = NewPrice & { id: string };
export type Raise = Extract<Effect, { outcome: "raised" }>;

/**
 * C20: the increase of a plan that is announced, if it is for memberships too. `is_locked` makes an increase that is just being
 * scheduled wait until this transaction ends, so that it finds the membership that is sold here.
 */
export async function pendingIncrease(
  ctx: TenantCtx,
  plan_id: string,
  { is_locked }: { is_locked: boolean },
): Promise<PendingIncrease | null> {
  const { db, organization_id } = ctx;
  if (is_locked)
    await db.execute(sql`
      select from membership_plans p where p.organization_id = ${organization_id} and p.id = ${plan_id} for share`);
  const [row] = await db
    .select()
    .from(priceIncreases)
    .where(
      and(
        eq(priceIncreases.organization_id, organization_id),
        isPending(ctx, plan_id),
        ne(priceIncreases.applies_to, "new_sales"),
      ),
    );
  return row ?? null;
}

/** The membership with the new price, if the increase is for it. */
export function withIncrease(
  state: BillingState,
  increase: NewPrice | null,
): { state: BillingState; raise: Raise | null } {
  if (!increase || state.kind !== "recurring") return { state, raise: null };
  const effect = effectOf(state, increase);
  if (effect.outcome !== "raised") return { state, raise: null };
  const { price_minor, plan_id } = increase;
  const raised = withRefusals(() => schedulePrice(state, { price_minor, from_on: effect.from_on, plan_id }));
  return { state: raised.state, raise: effect };
}
