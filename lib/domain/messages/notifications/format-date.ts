import { Temporal } from "temporal-polyfill";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Language } from "@/lib/values/notifications";

const defaultLocales: Record<Language, string> = { en: "en-GB", hi: "hi-IN", es: "es-ES" };

/** The organization's locale if it has this language, otherwise the language's default. */
export const localeFor = (language: Language, gym_locale: string): string =>
  new Intl.Locale(gym_locale).language === language ? gym_locale : defaultLocales[language];

/** "12 March", with the year unless it is the current one. */
export function formatDate(day: CalendarDay, today: CalendarDay, language: Language, gym_locale: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.toLocaleString(localeFor(language, gym_locale), {
    day: "numeric",
    month: "long",
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
  });
}
