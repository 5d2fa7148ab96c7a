import type { Ctx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { ScheduleName } from "@/lib/values/notifications";

/** A day of a location's calendar: what a schedule works with, whenever it gets to run. */
export type ScheduleDay = { location: { id: string; name: string; time_zone: string }; run_on: CalendarDay };

export type Schedule = {
  name: ScheduleName;
  /**
   * Does the day's work for the location, in one transaction. A second run of the same day finds it done: whatever it writes
   * has a key that follows from the business fact.
   */
  run(ctx: Ctx, day: ScheduleDay): Promise<{ found: number; acted: number }>;
};
