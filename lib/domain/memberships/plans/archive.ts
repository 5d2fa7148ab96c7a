import { and, eq, isNull, sql } from "drizzle-orm";
import { membershipPlans } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { throwIfDuplicate } from "./create";
import { getPlanRow } from "./find";
import { checkReach } from "./plan-locations";

export const archivePlan = operation(contracts.archivePlan, (ctx, { id }) => setOnSale(ctx, id, false));
export const restorePlan = operation(contracts.restorePlan, (ctx, { id }) => setOnSale(ctx, id, true));

/** Idempotent: a repetition changes nothing and returns the same plan. */
async function setOnSale(ctx: Ctx, id: string, on_sale: boolean) {
  const before = await getPlanRow(ctx, id);
  checkReach(ctx, before.location_ids);
  const archived_at = on_sale ? null : ctx.now.toString();
  if ((before.archived_at === null) !== on_sale) {
    await ctx.db
      .update(membershipPlans)
      .set({ archived_at, version: sql`${membershipPlans.version} + 1`, updated_at: ctx.now.toString() })
      .where(
        and(
          eq(membershipPlans.organization_id, ctx.organization_id),
          eq(membershipPlans.id, id),
          on_sale ? undefined : isNull(membershipPlans.archived_at),
        ),
      )
      .catch(throwIfDuplicate);
  }
  const after = await getPlanRow(ctx, id);
  ctx.audit({
    target_type: "membership_plan",
    target_id: id,
    before: { archived_at: before.archived_at },
    after: { archived_at: after.archived_at },
  });
  return after;
}
