import { Temporal } from "temporal-polyfill";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Language } from "@/lib/values/notifications";

const usual: Record<Language, string> = { en: "en-GB", hi: "hi-IN", es: "es-ES" };

/** How dates are written for a reader of this language: as the gym's own country writes them, where the language is the same. */
const localeFor = (language: Language, gym_locale: string): string =>
  new Intl.Locale(gym_locale).language === language ? gym_locale : usual[language];

/** "12 March", and with its year where that is another than today's. */
export function dayInWords(day: CalendarDay, today: CalendarDay, language: Language, gym_locale: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.toLocaleString(localeFor(language, gym_locale), {
    day: "numeric",
    month: "long",
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
  });
}
