import type { Location } from "@/lib/domain/organization/locations";
import { invalid } from "@/lib/kernel/errors";
import type { ClockCtx } from "@/lib/kernel/operation";
import { dayAt, daysBetween } from "@/lib/values/calendar-day";
import type { Range } from "./freezes-of";

const maxDays = 366;

/** A closure begins today or later, in the days of its location. */
export function checkDays({ now }: ClockCtx, { from_on, to_on }: Range, { time_zone, name }: Location): void {
  if (to_on < from_on) throw invalid("to_on", "The last day is before the first day");
  if (from_on < dayAt(now.toString(), time_zone))
    throw invalid(
      "from_on",
      `Choose today or a later day at ${name}. Freeze days in the past membership by membership`,
    );
  if (daysBetween(from_on, to_on) >= maxDays) throw invalid("to_on", "Close a location for at most a year");
}
