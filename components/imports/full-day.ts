import { Temporal } from "temporal-polyfill";
import type { CalendarDay } from "@/lib/values/calendar-day";

/** "3 April 1990": with the month spelt, so that no order is left to guess. */
export const formatFullDay = (day: CalendarDay, locale: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, { day: "numeric", month: "long", year: "numeric" });
