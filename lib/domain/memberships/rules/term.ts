import { type SQL, sql } from "drizzle-orm";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { column, type Day, type RowName } from "./row";

/** B5: the last day with access; null while open-ended. */
export const lastDayOf = (row: RowName): SQL<CalendarDay | null> =>
  sql<CalendarDay | null>`least(${column(row, "ends_on")}, ${column(row, "cancelled_on")} - 1)`;

export const hasBegun = (row: RowName, day: Day): SQL<boolean> => sql<boolean>`${column(row, "starts_on")} <= ${day}`;

/** Whether no cancellation has taken effect by `day`. */
export const notCancelledOn = (row: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`(${column(row, "cancelled_on")} is null or ${column(row, "cancelled_on")} > ${day})`;

/** Whether the last day is `day` or later. */
export const lastsTo = (row: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`((${column(row, "ends_on")} is null or ${column(row, "ends_on")} >= ${day}) and ${notCancelledOn(row, day)})`;

/** Whether the last day is at most `days` after `day`. */
export const endsWithin = (row: RowName, day: Day, days: number): SQL<boolean> =>
  sql<boolean>`coalesce(${lastDayOf(row)} <= ${day} + ${days}::int, false)`;

/** Today in the time zone of the row of `locations` (B4). */
export const localDay = (location: RowName, now: { toString(): string }): SQL<CalendarDay> =>
  sql<CalendarDay>`(${now.toString()}::timestamptz at time zone ${column(location, "time_zone")})::date`;
