import type { Temporal } from "temporal-polyfill";
import type { ScheduleName } from "@/lib/values/notifications";
import { nextRun } from "./due-days";
import type { listScheduleLocations } from "./schedule-locations";
import type { Setting } from "./settings";

type ScheduleLocations = Awaited<ReturnType<typeof listScheduleLocations>>;

/** A schedule with its next run at each location, or without runs while it is off. */
export const toScheduleView = (
  schedule: ScheduleName,
  setting: Setting,
  locations: ScheduleLocations,
  now: Temporal.Instant,
) => ({
  schedule,
  ...setting,
  next: locations.flatMap((location) => {
    const next = nextRun(setting, location, location.last_on[schedule] ?? null, now);
    return next
      ? [{ location_id: location.id, location_name: location.name, time_zone: location.time_zone, ...next }]
      : [];
  }),
});
