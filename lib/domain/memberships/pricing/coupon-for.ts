import { and, eq, type SQL, sql } from "drizzle-orm";
import { coupons } from "@/db/schema";
import type { DiscountFacts } from "@/lib/domain/billing/engine";
import { dayText } from "@/lib/domain/memberships/plans";
import { joiningOn } from "@/lib/domain/memberships/rules";
import { invalid } from "@/lib/kernel/errors";
import type { OrganizationCtx, TenantCtx } from "@/lib/kernel/operation";
import { type CalendarDay, compareDays } from "@/lib/values/calendar-day";
import { couponColumns } from "./coupon-rows";

type Use = {
  code: string;
  plan: { id: string; name: string; currency: string };
  member_id: string;
  starts_on: CalendarDay;
  /** The local day of the sale. */
  today: CalendarDay;
};

const usesBy = (member_id: string): SQL<number> => sql<number>`(select count(*)::int from coupon_redemptions r
  where r.organization_id = coupons.organization_id and r.coupon_id = coupons.id and r.member_id = ${member_id})`;

const found = (
  { db, organization_id }: TenantCtx,
  code: string,
  { member_id, starts_on }: Pick<Use, "member_id" | "starts_on">,
) =>
  db
    .select({
      ...couponColumns,
      uses_by_member: usesBy(member_id),
      joining: joiningOn(organization_id, member_id, sql`${starts_on}::date`),
    })
    .from(coupons)
    .where(and(eq(coupons.organization_id, organization_id), eq(coupons.code, code)))
    // Of an archived coupon and a new one with the same code, the new one.
    .orderBy(sql`${coupons.archived_at} desc nulls first`)
    .limit(1);

const earlier = (a: CalendarDay, b: CalendarDay): CalendarDay => (compareDays(a, b) < 0 ? a : b);

const refused = (sentence: string) => invalid("coupon_code", sentence);

/**
 * @public The discount that a code gives to a sale; throws with the reason why it does not apply. `redeemCoupon` takes the use, within the
 * transaction of the sale. The id of the coupon is the id of the discount.
 */
export async function couponFor(ctx: OrganizationCtx, { code, plan, ...use }: Use): Promise<DiscountFacts> {
  const typed = code.trim().toUpperCase();
  const [coupon] = await found(ctx, typed, use);
  if (!coupon) throw refused(`No coupon has the code ${typed}. Check the spelling`);
  const { name, valid_from_on, valid_to_on, max_uses } = coupon;
  const day = (on: CalendarDay) => dayText(on, ctx.organization.locale);
  if (coupon.archived_at !== null) throw refused(`${coupon.code} is no longer offered`);
  if (valid_from_on !== null && use.today < valid_from_on) {
    throw refused(`${coupon.code} can be used from ${day(valid_from_on)} on`);
  }
  if (valid_to_on !== null && use.today > valid_to_on) throw refused(`${coupon.code} expired on ${day(valid_to_on)}`);
  if (coupon.until_on !== null && use.starts_on > coupon.until_on) {
    throw refused(`${coupon.code} gives a discount until ${day(coupon.until_on)}, before this membership starts`);
  }
  if (coupon.plan_ids.length > 0 && !coupon.plan_ids.includes(plan.id)) {
    throw refused(`${coupon.code} is not for ${plan.name}`);
  }
  if (coupon.currency !== null && coupon.currency !== plan.currency) {
    throw refused(`${coupon.code} is an amount in ${coupon.currency}, and ${plan.name} is priced in ${plan.currency}`);
  }
  if (max_uses !== null && coupon.uses >= max_uses) throw usedUp(coupon.code);
  if (coupon.uses_by_member >= coupon.max_uses_per_member) throw alreadyUsed(coupon.code);
  if (coupon.is_for_new_members && coupon.joining !== "new") {
    throw refused(`${coupon.code} is for new members, and this member already had a membership`);
  }
  const { amount_minor, percent_bp } = coupon;
  return {
    id: coupon.id,
    label: name,
    value: amount_minor === null ? { percent_bp: percent_bp ?? 0 } : { amount_minor },
    periods: coupon.periods,
    used_periods: 0,
    // A joining fee is due on the day of the sale, which may be before the start.
    from_on: earlier(use.today, use.starts_on),
    until_on: coupon.until_on,
    applies_to: coupon.applies_to,
  };
}

export const usedUp = (code: string) => refused(`${code} is used up. Sell without it, or use another coupon`);

export const alreadyUsed = (code: string) => refused(`This member has already used ${code}`);
