import { type CalendarDay, utcMidnight } from "@/lib/values/calendar-day";
import { epochOf } from "@/lib/values/instant";
import { formatMoney } from "@/lib/values/money";
import { type TextKey, textsOf, wordLocale } from "./texts";

/** Everything of a document that follows from its locale. */
export type Wording = {
  text: (key: TextKey, values?: Record<string, string>) => string;
  money: (minor: number) => string;
  /** A number as the locale writes it; words stay. */
  quantity: (value: number | string) => string;
  day: (day: CalendarDay) => string;
  days: (from: CalendarDay, to: CalendarDay) => string;
  moment: (instant: string) => string;
};

export function wordingOf(terms: { locale: string; currency: string; time_zone: string }): Wording {
  const { locale, currency, time_zone } = terms;
  const words = wordLocale(locale);
  const long = new Intl.DateTimeFormat(words, { dateStyle: "long", timeZone: "UTC" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  return {
    text: textsOf(locale),
    money: (minor) => formatMoney(minor, currency, locale),
    quantity: (value) => (typeof value === "number" ? number.format(value) : value),
    day: (day) => long.format(utcMidnight(day)),
    days: (from, to) => long.formatRange(utcMidnight(from), utcMidnight(to)),
    moment: (instant) =>
      new Intl.DateTimeFormat(words, { dateStyle: "long", timeStyle: "short", timeZone: time_zone })
        .format(epochOf(instant))
        .replace(/\b[AP]M\b/, (half) => half.toLowerCase()),
  };
}
