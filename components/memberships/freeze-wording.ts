import { type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import type { FreezePolicy } from "@/lib/values/membership-terms";
import { formatMoney } from "@/lib/values/money";

/** Both days are frozen. */
export const frozenDays = ({ from_on, to_on }: { from_on: CalendarDay; to_on: CalendarDay }): number =>
  daysBetween(from_on, to_on) + 1;

const times = (days: number) => (days === 1 ? "1 day" : `${days} days`);

/** Such as "18 days are". */
export const frozenText = (days: number): string => `${times(days)} ${days === 1 ? "is" : "are"}`;

export function limitsText(plan_name: string, { is_allowed, ...policy }: FreezePolicy): string {
  if (!is_allowed) return `${plan_name} does not allow freezes.`;
  const { min_days, max_days, max_days_per_year, notice_days } = policy;
  const notice = notice_days > 0 ? `, with ${times(notice_days)} of notice` : "";
  return `${plan_name} allows ${min_days} to ${times(max_days)} at a time and ${times(max_days_per_year)} a year${notice}.`;
}

export const returnText = ({ ends_on_return }: FreezePolicy): string =>
  ends_on_return ? " A check-in ends the freeze." : "";

export function feeText({ fee }: FreezePolicy, currency: string, locale: string): string {
  if (!("amount_minor" in fee)) return fee.mode === "none" ? "A freeze is free." : "Bills continue as usual.";
  const amount = formatMoney(fee.amount_minor, currency, locale);
  return fee.mode === "one_off" ? `A freeze costs ${amount} once.` : `A freeze costs ${amount} for each period.`;
}
