import { addMinutes, isLater } from "@/lib/values/instant";
import { closesAt } from "@/lib/values/opening-hours";
import type { EntryLocation } from "./facts";

export type VisitLimits = {
  check_in_at: string;
  location: Pick<EntryLocation, "opening_hours" | "time_zone">;
  max_visit_minutes: number;
};

/** The time of the automatic check-out: after the maximum duration or at closing time, whichever comes first. */
export const autoCheckOutAt = ({ check_in_at, location, max_visit_minutes }: VisitLimits): string => {
  const longest = addMinutes(check_in_at, max_visit_minutes);
  const closing = location.opening_hours && closesAt(location.opening_hours, check_in_at, location.time_zone);
  return closing && isLater(longest, closing) ? closing : longest;
};
