import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { coupons } from "@/db/schema";
import * as contracts from "@/lib/contracts/memberships/coupons";
import { changes } from "@/lib/kernel/audit";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { checkCoupon } from "./check-coupon";
import { couponColumns, getCouponRow, isCoupon, setCouponPlans, throwIfSameCode } from "./coupon-rows";

export const listCoupons = operation(contracts.listCoupons, async (ctx, { archived, limit, cursor }) => {
  const { order, after } = newestFirst(coupons.created_at, coupons.id, cursor);
  const rows = await ctx.db
    .select(couponColumns)
    .from(coupons)
    .where(
      and(
        eq(coupons.organization_id, ctx.organization_id),
        archived ? isNotNull(coupons.archived_at) : isNull(coupons.archived_at),
        after,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, ({ created_at, id }) => [created_at, id]);
});

export const getCoupon = operation(contracts.getCoupon, (ctx, { id }) => getCouponRow(ctx, id));

export const createCoupon = operation(contracts.createCoupon, async (ctx, { plan_ids = [], ...input }) => {
  const { organization_id, organization, now } = ctx;
  const amount_minor = input.amount_minor ?? null;
  const coupon = {
    code: input.code,
    name: input.name,
    percent_bp: input.percent_bp ?? null,
    amount_minor,
    currency: amount_minor === null ? null : (input.currency ?? organization.currency),
    periods: input.periods ?? null,
    until_on: input.until_on ?? null,
    applies_to: input.applies_to ?? ("period" as const),
    valid_from_on: input.valid_from_on ?? null,
    valid_to_on: input.valid_to_on ?? null,
    max_uses: input.max_uses ?? null,
    max_uses_per_member: input.max_uses_per_member ?? 1,
    is_for_new_members: input.is_for_new_members ?? false,
  };
  checkCoupon({ ...coupon, uses: 0 });
  const id = newId();
  const times = { created_at: now.toString(), updated_at: now.toString() };
  await ctx.db
    .insert(coupons)
    .values({ id, organization_id, ...coupon, ...times })
    .catch(throwIfSameCode);
  if (plan_ids.length > 0) await setCouponPlans(ctx, id, plan_ids);
  ctx.audit({ target_type: "coupon", target_id: id, after: { ...coupon, plan_ids } });
  return getCouponRow(ctx, id);
});

export const updateCoupon = operation(contracts.updateCoupon, async (ctx, { id, plan_ids, ...changed }) => {
  const before = await getCouponRow(ctx, id, "update");
  ctx.expectVersion(before.version);
  const wanted = { ...before, ...changed };
  const currency = wanted.amount_minor === null ? null : (wanted.currency ?? ctx.organization.currency);
  checkCoupon(wanted);
  await ctx.db
    .update(coupons)
    .set({ ...changed, currency, version: before.version + 1, updated_at: ctx.now.toString() })
    .where(isCoupon(ctx, id))
    .catch(throwIfSameCode);
  if (plan_ids) await setCouponPlans(ctx, id, plan_ids);
  const after = await getCouponRow(ctx, id);
  ctx.audit({ target_type: "coupon", target_id: id, ...changes(before, after) });
  return after;
});

export const archiveCoupon = operation(contracts.archiveCoupon, (ctx, { id }) => setOffered(ctx, id, false));
export const restoreCoupon = operation(contracts.restoreCoupon, (ctx, { id }) => setOffered(ctx, id, true));

/** Idempotent: a repetition changes nothing and returns the same coupon. */
async function setOffered(ctx: Ctx, id: string, is_offered: boolean) {
  const before = await getCouponRow(ctx, id, "update");
  if ((before.archived_at === null) !== is_offered) {
    const archived_at = is_offered ? null : ctx.now.toString();
    await ctx.db
      .update(coupons)
      .set({ archived_at, version: sql`${coupons.version} + 1`, updated_at: ctx.now.toString() })
      .where(isCoupon(ctx, id))
      .catch(throwIfSameCode);
  }
  const after = await getCouponRow(ctx, id);
  ctx.audit({
    target_type: "coupon",
    target_id: id,
    before: { archived_at: before.archived_at },
    after: { archived_at: after.archived_at },
  });
  return after;
}
