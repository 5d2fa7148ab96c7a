import type { z } from "zod";
import type { Input, Output } from "@/lib/contracts/contract";
import type { createCoupon, getCoupon } from "@/lib/contracts/memberships/coupons";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import type { couponForm } from "./coupon-schema";

export type Coupon = Output<typeof getCoupon>;

export type CouponValues = z.input<typeof couponForm>;

export const emptyCoupon = (currency: string): CouponValues => ({
  code: "",
  name: "",
  value: "percent",
  percent: 20,
  amount_minor: null,
  currency,
  lasts: "once",
  periods: 3,
  until_on: null,
  applies_to: "period",
  valid_from_on: null,
  valid_to_on: null,
  max_uses: null,
  max_uses_per_member: 1,
  is_for_new_members: false,
  plan_ids: [],
});

export const valuesOf = (coupon: Coupon, currency: string): CouponValues => ({
  code: coupon.code,
  name: coupon.name,
  value: coupon.percent_bp === null ? "amount" : "percent",
  percent: coupon.percent_bp === null ? 20 : coupon.percent_bp / 100,
  amount_minor: coupon.amount_minor,
  currency: coupon.currency ?? currency,
  lasts: lastsOf(coupon),
  periods: coupon.periods ?? 3,
  until_on: coupon.until_on,
  applies_to: coupon.applies_to,
  valid_from_on: coupon.valid_from_on,
  valid_to_on: coupon.valid_to_on,
  max_uses: coupon.max_uses,
  max_uses_per_member: coupon.max_uses_per_member,
  is_for_new_members: coupon.is_for_new_members,
  plan_ids: coupon.plan_ids,
});

function lastsOf({ periods, until_on }: Coupon): CouponValues["lasts"] {
  if (until_on !== null) return "until";
  return periods === null ? "always" : periods === 1 ? "once" : "periods";
}

export function toInput(values: CouponValues): Input<typeof createCoupon> {
  const { value, percent, amount_minor, currency, lasts, periods, until_on, ...rest } = values;
  const is_repeated = rest.applies_to !== "joining_fee";
  return {
    ...rest,
    ...(value === "percent"
      ? { percent_bp: Math.round(Number(percent) * 100), amount_minor: null, currency: null }
      : { percent_bp: null, amount_minor, currency: currency as Input<typeof createCoupon>["currency"] }),
    periods: !is_repeated ? null : lasts === "once" ? 1 : lasts === "periods" ? Number(periods) : null,
    until_on: is_repeated && lasts === "until" ? until_on : null,
  };
}

/** "20%" or "$10.00" */
export const valueText = ({ percent_bp, amount_minor, currency }: Coupon, locale: string): string =>
  amount_minor === null || currency === null
    ? `${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format((percent_bp ?? 0) / 100)}%`
    : formatMoney(amount_minor, currency, locale);

export const lastsText = (coupon: Coupon, day: (on: CalendarDay) => string): string => {
  if (coupon.applies_to === "joining_fee") return "the joining fee";
  const also = coupon.applies_to === "both" ? ", and the joining fee" : "";
  if (coupon.until_on !== null) return `each period until ${day(coupon.until_on)}${also}`;
  if (coupon.periods === null) return `every period${also}`;
  return coupon.periods === 1 ? `the first period${also}` : `${coupon.periods} periods${also}`;
};

export type CouponState = "active" | "scheduled" | "expired" | "used_up" | "archived";

export function stateOf(coupon: Coupon, today: CalendarDay): CouponState {
  if (coupon.archived_at) return "archived";
  if (coupon.valid_to_on !== null && coupon.valid_to_on < today) return "expired";
  if (coupon.max_uses !== null && coupon.uses >= coupon.max_uses) return "used_up";
  return coupon.valid_from_on !== null && coupon.valid_from_on > today ? "scheduled" : "active";
}
