import { utcMidnight } from "@/lib/values/calendar-day";
import { epochOf } from "@/lib/values/instant";
import { formatMoney } from "@/lib/values/money";

export type Words = {
  money: (minor: number, currency?: string) => string;
  day: (day: string) => string;
  moment: (instant: string, time_zone?: string) => string;
};

/** Days, times and amounts as the region of the gym writes them in English. */
export function wordsOf(terms: { locale: string; time_zone: string; currency: string }): Words {
  const { locale, time_zone, currency } = terms;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return {
    money: (minor, other = currency) => formatMoney(minor, other, locale),
    day: (one) => day.format(utcMidnight(one)),
    moment: (instant, zone = time_zone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(
        epochOf(instant),
      ),
  };
}
