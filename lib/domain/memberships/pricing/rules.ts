import { and, asc, eq, inArray } from "drizzle-orm";
import { locations, priceRules } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/price-rules";
import { checkReach, getPlanRow, takeNextVersion } from "@/lib/domain/memberships/plans";
import { invalid } from "@/lib/kernel/errors";
import { operation, type TenantCtx } from "@/lib/kernel/operation";
import { checkRule } from "./check-rule";
import type { PriceRule } from "./price-rules";

export const getPriceRules = operation(contracts.getPriceRules, async (ctx, { id }) => {
  const { version } = await getPlanRow(ctx, id);
  return { plan_id: id, rules: await rulesOf(ctx, id), version };
});

export const putPriceRules = operation(contracts.putPriceRules, async (ctx, { id, rules }) => {
  const { db, organization_id, now } = ctx;
  const plan = await getPlanRow(ctx, id);
  ctx.expectVersion(plan.version);
  checkReach(ctx, plan.location_ids);
  rules.forEach(checkRule);
  await checkLocationsOf(ctx, rules);
  await takeNextVersion(ctx, plan);
  const before = await rulesOf(ctx, id);
  await db.delete(priceRules).where(isOf(ctx, id));
  const times = { created_at: now.toString(), updated_at: now.toString() };
  const rows = rules.map((rule, position) => ({ organization_id, plan_id: id, position, ...rule, ...times }));
  if (rows.length > 0) await db.insert(priceRules).values(rows);
  ctx.audit({ target_type: "membership_plan", target_id: id, before: { rules: before }, after: { rules } });
  return { plan_id: id, rules, version: plan.version + 1 };
});

const isOf = ({ organization_id }: TenantCtx, plan_id: string) =>
  and(eq(priceRules.organization_id, organization_id), eq(priceRules.plan_id, plan_id));

const rulesOf = (ctx: TenantCtx, plan_id: string): Promise<PriceRule[]> =>
  ctx.db
    .select({ reason: priceRules.reason, condition: priceRules.condition, effect: priceRules.effect })
    .from(priceRules)
    .where(isOf(ctx, plan_id))
    .orderBy(asc(priceRules.position));

async function checkLocationsOf({ db, organization_id }: TenantCtx, rules: readonly PriceRule[]): Promise<void> {
  const wanted = [...new Set(rules.flatMap(({ condition }) => condition.location_ids ?? []))];
  if (wanted.length === 0) return;
  const known = await db
    .select({ id: locations.id })
    .from(locations)
    .where(and(eq(locations.organization_id, organization_id), inArray(locations.id, wanted)));
  const ids = new Set(known.map(({ id }) => id));
  const index = rules.findIndex(({ condition }) => condition.location_ids?.some((id) => !ids.has(id)));
  if (index >= 0) throw invalid(`rules.${index}.condition.location_ids`, "Choose locations of this gym");
}
