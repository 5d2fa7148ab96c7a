import { and, eq, sql } from "drizzle-orm";
import { membershipPlans, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { checkPlan } from "./check-plan";
import { throwIfDuplicate } from "./create";
import { getPlanRow, type Plan } from "./find";
import { checkCurrency, checkLocations, checkReach, setPlanLocations } from "./plan-locations";
import { takeUpIncrease, todayEverywhere } from "./price-on";

/** Fields that sold memberships read from their plan, or that their bills depend on. The price is copied at the sale. */
const immutableOnceSold = [
  "kind",
  "interval_unit",
  "interval_count",
  "billing_day",
  "currency",
  "is_price_with_tax",
] as const;

export const updatePlan = operation(contracts.updatePlan, async (ctx, { id, location_ids, ...changed }) => {
  const before = await getPlanRow(ctx, id);
  ctx.expectVersion(before.version);
  checkReach(ctx, before.location_ids);
  const wanted = { ...before, ...changed };
  checkPlan(wanted);
  if (immutableOnceSold.some((name) => wanted[name] !== before[name])) await checkUnsold(ctx, before);
  if (location_ids) checkReach(ctx, location_ids);
  const checked =
    location_ids || wanted.currency !== before.currency
      ? await checkLocations(ctx, location_ids ?? before.location_ids)
      : null;
  if (checked) checkCurrency(wanted.currency, checked.currency);
  if (changed.price_minor !== undefined) await takeUpIncrease(ctx, id, await todayEverywhere(ctx));
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
    .catch(throwIfDuplicate);
  if (updated.length === 0) throw new Problem("version_conflict");
  if (checked) await setPlanLocations(ctx, id, checked.location_ids);
  const after = await getPlanRow(ctx, id);
  ctx.audit({ target_type: "membership_plan", target_id: id, ...changes(before, after) });
  return after;
});

async function checkUnsold(ctx: Ctx, plan: Plan): Promise<void> {
  const [sold] = await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.organization_id, ctx.organization_id), eq(memberships.plan_id, plan.id)))
    .limit(1);
  if (!sold) return;
  throw new Problem(
    "in_use",
    `${plan.name} has been sold, so its kind, interval, billing day and currency cannot change, nor whether its price includes tax. Archive it and create a new plan.`,
  );
}
