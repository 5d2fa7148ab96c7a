import { type OpeningHours, weekdays } from "@/lib/values/opening-hours";

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The hours of a usual week in which the location is open. */
export function hoursPerWeek(hours: OpeningHours): number {
  const minutes = weekdays.map((day) => {
    const windows = hours[day] ?? [];
    if (windows === "24h") return 24 * 60;
    return windows.reduce((sum, { opens, closes }) => {
      const length = minutesOf(closes) - minutesOf(opens);
      // A window that closes no later than it opens ends on the next day.
      return sum + (length > 0 ? length : length + 24 * 60);
    }, 0);
  });
  return minutes.reduce((sum, part) => sum + part, 0) / 60;
}
