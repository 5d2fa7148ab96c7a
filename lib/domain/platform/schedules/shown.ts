import type { Temporal } from "temporal-polyfill";
import type { ScheduleName } from "@/lib/values/notifications";
import { nextRun } from "./due";
import type { placesOf } from "./places";
import type { Setting } from "./settings";

type Places = Awaited<ReturnType<typeof placesOf>>;

/** A schedule with its next run at each location; none while it is off. */
export const shownSchedule = (schedule: ScheduleName, setting: Setting, places: Places, now: Temporal.Instant) => ({
  schedule,
  ...setting,
  next: places.flatMap((place) => {
    const next = nextRun(setting, place, place.last_on[schedule] ?? null, now);
    return next ? [{ location_id: place.id, location_name: place.name, time_zone: place.time_zone, ...next }] : [];
  }),
});
