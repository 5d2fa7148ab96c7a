import { type Interval, isMonthly } from "@/lib/values/membership-term";
import { roundHalfUp } from "@/lib/values/money";

/** Q1: what an amount for each interval is in a month. A year has 52 weeks, or 365 days. */
export function perMonth(minor: number, interval: Interval): number {
  const { interval_unit, interval_count } = interval;
  const times = isMonthly(interval) ? 12 : interval_unit === "week" ? 52 : 365;
  const months = interval_unit === "year" ? 12 : 1;
  const numerator = BigInt(minor) * BigInt(times);
  return Number(roundHalfUp({ numerator, denominator: BigInt(12 * months * interval_count) }));
}
