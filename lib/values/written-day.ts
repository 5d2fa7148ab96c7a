import { type CalendarDay, utcMidnight } from "./calendar-day";

const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });

/** "8 Mar 2026", for sentences of the server that know no reader's locale. */
export const writtenDay = (day: CalendarDay): string => format.format(utcMidnight(day));
