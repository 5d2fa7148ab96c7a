import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { couponRedemptions, coupons } from "@/db/schema";
import { userIdOf } from "@/lib/kernel/caller";
import type { ClockCtx, ReadCtx, TenantCtx } from "@/lib/kernel/operation";
import { alreadyUsed, usedUp } from "./coupon-for";
import { getCouponRow, isCoupon } from "./coupon-rows";

/**
 * @public Takes a use of the coupon for a membership that was just sold; throws if none is left, so that the sale is not made. The update
 * locks the coupon until the end of the transaction: parallel sales wait here, and count the uses that were taken before them.
 */
export async function redeemCoupon(
  ctx: ReadCtx & ClockCtx,
  coupon_id: string,
  membership_id: string,
  member_id: string,
): Promise<void> {
  const { db, organization_id, now, caller } = ctx;
  const [taken] = await db
    .update(coupons)
    .set({ uses: sql`${coupons.uses} + 1` })
    .where(
      and(
        isCoupon(ctx, coupon_id),
        isNull(coupons.archived_at),
        or(isNull(coupons.max_uses), lt(coupons.uses, coupons.max_uses)),
      ),
    )
    .returning({ code: coupons.code, max_uses_per_member: coupons.max_uses_per_member });
  if (!taken) throw usedUp((await getCouponRow(ctx, coupon_id)).code);
  const before = await db.$count(
    couponRedemptions,
    and(
      eq(couponRedemptions.organization_id, organization_id),
      eq(couponRedemptions.coupon_id, coupon_id),
      eq(couponRedemptions.member_id, member_id),
    ),
  );
  if (before >= taken.max_uses_per_member) throw alreadyUsed(taken.code);
  await db.insert(couponRedemptions).values({
    organization_id,
    coupon_id,
    membership_id,
    member_id,
    created_by: userIdOf(caller),
    created_at: now.toString(),
  });
}

/** Gives back the uses of coupons of a membership that is cancelled as if it had never been sold. */
export async function returnCoupons({ db, organization_id }: TenantCtx, membership_id: string): Promise<void> {
  const returned = await db
    .delete(couponRedemptions)
    .where(
      and(eq(couponRedemptions.organization_id, organization_id), eq(couponRedemptions.membership_id, membership_id)),
    )
    .returning({ coupon_id: couponRedemptions.coupon_id });
  for (const { coupon_id } of returned)
    await db
      .update(coupons)
      .set({ uses: sql`${coupons.uses} - 1` })
      .where(and(eq(coupons.organization_id, organization_id), eq(coupons.id, coupon_id)));
}
