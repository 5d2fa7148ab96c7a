import { dayAt, daysBetween } from "@/lib/values/calendar-day";
import { epochOf } from "@/lib/values/instant";

/** How the sentences write times and days of a location. The sentences are English, so another locale gives its region only. */
export function timeWords(locale: string, time_zone: string, now: string) {
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1];
  const english = locale.startsWith("en") ? locale : region ? `en-${region}` : "en";
  const format = (options: Intl.DateTimeFormatOptions, zone: string) =>
    new Intl.DateTimeFormat(english, { timeZone: zone, ...options });
  const today = dayAt(now, time_zone);
  const isNear = (at: string) => Math.abs(daysBetween(today, dayAt(at, time_zone))) < 7;
  const dayOf = (at: string) =>
    isNear(at)
      ? format({ weekday: "long" }, time_zone).format(epochOf(at))
      : format({ weekday: "long", day: "numeric", month: "long" }, time_zone).format(epochOf(at));
  const hour = format({ hour: "2-digit", minute: "2-digit" }, time_zone);
  return {
    /** "Thursday 02:00" within a week, otherwise with the date. */
    when: (at: string): string => `${dayOf(at)}${isNear(at) ? "" : ","} ${hour.format(epochOf(at))}`,
    /** "Tuesday" within a week, otherwise with the date. */
    dayOf,
    /** "Thursday, 3 December" of a calendar day. */
    day: (day: string): string =>
      format({ weekday: "long", day: "numeric", month: "long" }, "UTC").format(epochOf(`${day}T00:00:00Z`)),
  };
}

const ordinals = ["", "First", "Second", "Third", "Fourth", "Fifth"];
export const ordinal = (count: number): string => ordinals[count] ?? `${count}th`;
