import { and, eq, sql } from "drizzle-orm";
import { couponPlans, coupons, membershipPlans } from "@/db/schema";
import { invalid, isDuplicate, notFound, Problem } from "@/lib/kernel/errors";
import type { Ctx, TenantCtx } from "@/lib/kernel/operation";

const planIds = sql<string[]>`array(select p.plan_id::text from coupon_plans p
  where p.organization_id = coupons.organization_id and p.coupon_id = coupons.id order by p.plan_id)`;

export const couponColumns = {
  id: coupons.id,
  code: coupons.code,
  name: coupons.name,
  percent_bp: coupons.percent_bp,
  amount_minor: coupons.amount_minor,
  currency: coupons.currency,
  periods: coupons.periods,
  until_on: coupons.until_on,
  applies_to: coupons.applies_to,
  valid_from_on: coupons.valid_from_on,
  valid_to_on: coupons.valid_to_on,
  max_uses: coupons.max_uses,
  max_uses_per_member: coupons.max_uses_per_member,
  is_for_new_members: coupons.is_for_new_members,
  uses: coupons.uses,
  plan_ids: planIds,
  archived_at: coupons.archived_at,
  created_at: coupons.created_at,
  version: coupons.version,
};

export type Coupon = Awaited<ReturnType<typeof getCouponRow>>;

export const isCoupon = ({ organization_id }: TenantCtx, id: string) =>
  and(eq(coupons.organization_id, organization_id), eq(coupons.id, id));

/** With a lock, uses that are taken at the same time wait for the end of the transaction. */
export async function getCouponRow(ctx: TenantCtx, id: string, lock?: "update") {
  const query = ctx.db.select(couponColumns).from(coupons).where(isCoupon(ctx, id));
  const [row] = await (lock ? query.for(lock) : query);
  if (!row) throw notFound();
  return row;
}

export async function setCouponPlans(ctx: Ctx, coupon_id: string, plan_ids: readonly string[]): Promise<void> {
  const { db, organization_id } = ctx;
  const wanted = [...new Set(plan_ids)];
  const known = await db
    .select({ id: membershipPlans.id })
    .from(membershipPlans)
    .where(
      and(
        eq(membershipPlans.organization_id, organization_id),
        sql`${membershipPlans.id} = any(${sql.param(wanted)}::uuid[])`,
      ),
    );
  if (known.length !== wanted.length) throw invalid("plan_ids", "Choose plans of this gym");
  await db
    .delete(couponPlans)
    .where(and(eq(couponPlans.organization_id, organization_id), eq(couponPlans.coupon_id, coupon_id)));
  if (wanted.length > 0)
    await db.insert(couponPlans).values(wanted.map((plan_id) => ({ organization_id, coupon_id, plan_id })));
}

export function throwIfSameCode(error: unknown): never {
  if (isDuplicate(error, "coupons_code_unique")) {
    throw new Problem("already_exists", "Another coupon has this code. Choose another code, or archive the other one.");
  }
  throw error;
}
