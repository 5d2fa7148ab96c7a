import { DAY_MS } from "@/lib/values/day-number";
import { epochOf } from "@/lib/values/instant";
import { offsetAt } from "@/lib/values/zone-offset";

/** The local time of day of an instant, "HH:MM". */
export function timeAt(instant: string, zone: string): string {
  const epoch_ms = epochOf(instant);
  const of_day = (((epoch_ms + offsetAt(zone, epoch_ms)) % DAY_MS) + DAY_MS) % DAY_MS;
  const minutes = Math.floor(of_day / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
