import { and, eq, sql } from "drizzle-orm";
import { membershipPlans, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { refuseTwin } from "./create";
import { getPlanRow, type Plan } from "./find";
import { checkCurrency, placePlan, placesOf, refuseBeyondReach } from "./places";
import { checkShape } from "./shape";

/** What a sold membership reads from its plan; its price is its own. */
const fixedOnceSold = ["kind", "interval_unit", "interval_count", "currency"] as const;

export const updatePlan = operation(contracts.updatePlan, async (ctx, { id, location_ids, ...changed }) => {
  const before = await getPlanRow(ctx, id);
  ctx.expectVersion(before.version);
  refuseBeyondReach(ctx, before.location_ids);
  const wanted = { ...before, ...changed };
  checkShape(wanted);
  if (fixedOnceSold.some((name) => wanted[name] !== before[name])) await refuseOnceSold(ctx, before);
  if (location_ids) refuseBeyondReach(ctx, location_ids);
  const places =
    location_ids || wanted.currency !== before.currency
      ? await placesOf(ctx, location_ids ?? before.location_ids)
      : null;
  if (places) checkCurrency(wanted.currency, places.currency);
  const updated = await ctx.db
    .update(membershipPlans)
    .set({ ...changed, version: sql`${membershipPlans.version} + 1`, updated_at: ctx.now.toString() })
    .where(
      and(
        eq(membershipPlans.organization_id, ctx.organization_id),
        eq(membershipPlans.id, id),
        eq(membershipPlans.version, before.version),
      ),
    )
    .returning({ id: membershipPlans.id })
    .catch(refuseTwin);
  if (updated.length === 0) throw new Problem("version_conflict");
  if (places) await placePlan(ctx, id, places.location_ids);
  const after = await getPlanRow(ctx, id);
  ctx.audit({ target_type: "membership_plan", target_id: id, ...changes(before, after) });
  return after;
});

async function refuseOnceSold(ctx: Ctx, plan: Plan): Promise<void> {
  const [sold] = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.organization_id, ctx.organization_id), eq(memberships.plan_id, plan.id)))
    .limit(1);
  if (!sold) return;
  throw new Problem(
    "in_use",
    `${plan.name} has been sold, so its kind, interval and currency stay. Archive it and make a new plan instead.`,
  );
}
