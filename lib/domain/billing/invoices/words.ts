import { type CalendarDay, utcMidnight } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";

/** How sentences write amounts and days, in the locale of the organization. */
export type Words = {
  money: (minor: number) => string;
  day: (day: CalendarDay) => string;
  days: (from_on: CalendarDay, to_on: CalendarDay) => string;
};

/** The sentences are English, so a locale of another language gives its region only. */
export function wordsOf(locale: string, currency: string): Words {
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1];
  const english = locale.startsWith("en") ? locale : region ? `en-${region}` : "en";
  const long = new Intl.DateTimeFormat(english, { dateStyle: "long", timeZone: "UTC" });
  return {
    money: (minor) => formatMoney(minor, currency, english),
    day: (day) => long.format(utcMidnight(day)),
    days: (from, to) => long.formatRange(utcMidnight(from), utcMidnight(to)),
  };
}
