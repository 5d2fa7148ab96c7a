import { Temporal } from "temporal-polyfill";
import type { CalendarDay } from "@/lib/values/calendar-day";

/** Such as "3 April 1990", with the month in words, so that the date is unambiguous. */
export const formatFullDay = (day: CalendarDay, locale: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { day: "numeric", month: "long", year: "numeric" });
