import { Temporal } from "temporal-polyfill";
import { closesAt } from "@/lib/values/opening-hours";
import type { EntryLocation } from "./facts";

export type VisitLimits = {
  check_in_at: string;
  location: Pick<EntryLocation, "opening_hours" | "time_zone">;
  max_visit_minutes: number;
};

/** The time of the automatic check-out: after the maximum duration or at closing time, whichever comes first. */
export const autoCheckOutAt = ({ check_in_at, location, max_visit_minutes }: VisitLimits): string => {
  const longest = Temporal.Instant.from(check_in_at).add({ minutes: max_visit_minutes });
  const closing = location.opening_hours && closesAt(location.opening_hours, check_in_at, location.time_zone);
  if (!closing) return longest.toString();
  const closes = Temporal.Instant.from(closing);
  return (Temporal.Instant.compare(closes, longest) < 0 ? closes : longest).toString();
};
