import { addDays, type CalendarDay } from "@/lib/values/calendar-day";

export type RenewalPolicy = "old_end" | "today";

/** C18: the first day of the membership that renews one whose last day is `ends_on`. Before the end both policies give the same day. */
export function renewFrom(policy: RenewalPolicy, ends_on: CalendarDay, today: CalendarDay): CalendarDay {
  const after = addDays(ends_on, 1);
  return policy === "old_end" || after > today ? after : today;
}
