import { invalid } from "@/lib/kernel/errors";
import { counted } from "@/lib/values/counted";
import type { Coupon } from "./coupon-rows";

type Terms = Omit<Coupon, "id" | "plan_ids" | "archived_at" | "created_at" | "version">;

/** Throws if the terms of a coupon contradict each other. */
export function checkCoupon(coupon: Terms): void {
  const { percent_bp, amount_minor, valid_from_on, valid_to_on, max_uses, uses } = coupon;
  if (percent_bp === null && amount_minor === null) throw invalid("percent_bp", "Enter a percentage or an amount");
  if (percent_bp !== null && amount_minor !== null) {
    throw invalid("amount_minor", "Enter a percentage or an amount, not both");
  }
  if (valid_from_on !== null && valid_to_on !== null && valid_to_on < valid_from_on) {
    throw invalid("valid_to_on", "Choose a last day on or after the first day");
  }
  if (max_uses !== null && max_uses < uses) {
    throw invalid("max_uses", `It has been used ${counted(uses, "time")}. Enter at least ${uses}, or archive it`);
  }
  if (coupon.applies_to === "joining_fee" && (coupon.periods !== null || coupon.until_on !== null)) {
    throw invalid("periods", "A joining fee is charged once. Leave the number of periods and the last day empty");
  }
}
