import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { checkInMethod } from "@/lib/values/schemas/statuses";

const visits = z.int().min(0);
const mean = z.number().min(0);
const hour = z.int().min(0).max(23);
const weekday = z.int().min(1).max(7);

const visitStatistics = z.object({
  from_on: calendarDay,
  to_on: calendarDay,
  location_id: id.nullable(),
  visits,
  visits_per_day: mean,
  /** 24 rows; the hour is local to each visit's location. */
  by_hour: z.array(z.object({ hour, visits })),
  by_day: z.array(z.object({ on: calendarDay, visits })),
  /** 1 is Monday. `mean` is per day of that weekday in the range. */
  by_weekday: z.array(z.object({ weekday, visits, mean })),
  by_method: z.array(z.object({ method: checkInMethod, visits })),
  /** The three busiest hours of the week, by visits per such hour in the range. */
  peak_hours: z.array(z.object({ weekday, hour, mean })),
  /** The last day of the range, compared with the same weekday of the eight weeks before it. */
  last_day: z.object({
    on: calendarDay,
    visits,
    typical: mean.nullable(),
    weeks_compared: z.int().min(0).max(8),
    by_hour: z.array(z.object({ hour, visits, typical: mean.nullable() })),
  }),
});

export const getVisitStatistics = contract({
  id: "visit_statistics.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/visit-statistics",
  access: "statistics.read",
  tag: "Check-in",
  input: z.strictObject({ location_id: id, from_on: calendarDay, to_on: calendarDay }).partial(),
  output: visitStatistics,
  errors: ["not_found"],
});
