import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";

const numbers = new Map<CalendarDay, number>();
const days = new Map<number, CalendarDay>();
const MONDAY: CalendarDay = "2024-01-01";

/** Cached, because a seed uses the same few hundred days a million times. */
function dayNumber(day: CalendarDay): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = daysBetween(MONDAY, day);
    numbers.set(day, number);
  }
  return number;
}

export const daysApart = (from: CalendarDay, to: CalendarDay): number => dayNumber(to) - dayNumber(from);

export function dayPlus(day: CalendarDay, count: number): CalendarDay {
  const number = dayNumber(day) + count;
  let found = days.get(number);
  if (found === undefined) {
    found = addDays(MONDAY, number);
    days.set(number, found);
  }
  return found;
}

/** 0 is Monday. */
export const weekdayOf = (day: CalendarDay): number => ((dayNumber(day) % 7) + 7) % 7;
