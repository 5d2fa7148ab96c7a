import { z } from "zod";
import { civilDayOf, civilOf, civilText, DAY_MS, daysInMonth, numberOf, weekdayOfNumber } from "./day-number";
import { epochOf, instantText } from "./instant";
import { offsetAt, startOfWallDay } from "./zone-offset";

export const calendarDay = z.iso.date({ error: "Enter a valid date, as 2026-03-08" });
export type CalendarDay = z.infer<typeof calendarDay>;

/** Days since 1970-01-01. */
const dayNumber = (day: CalendarDay): number => numberOf(civilDayOf(day));
const dayOf = (number: number): CalendarDay => civilText(civilOf(number));

/** Null if the day does not exist. */
export const calendarDayOf = (year: number, month: number, day: number): CalendarDay | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? civilText({ year, month, day }) : null;

export const dayAt = (instant: string, zone: string): CalendarDay => {
  const epoch_ms = epochOf(instant);
  return dayOf(Math.floor((epoch_ms + offsetAt(zone, epoch_ms)) / DAY_MS));
};

export const startOfDay = (day: CalendarDay, zone: string): string =>
  instantText(startOfWallDay(zone, utcMidnight(day)));

/** Exclusive: the first instant that is no longer part of the day. */
export const endOfDay = (day: CalendarDay, zone: string): string => startOfDay(addDays(day, 1), zone);

/** The start of the day in UTC as epoch milliseconds, for a formatter of UTC. */
export const utcMidnight = (day: CalendarDay): number => dayNumber(day) * DAY_MS;

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  dayOf(dayNumber(day) + wholeNumber(days, "days"));

export const daysBetween = (from: CalendarDay, to: CalendarDay): number => dayNumber(to) - dayNumber(from);

/** Needs the anchor day each time, because a date that was clamped to 28 Feb does not show that its anchor is the 31st. */
export const addMonthsAnchored = (anchor_day: number, start: CalendarDay, months: number): CalendarDay => {
  if (!Number.isInteger(anchor_day) || anchor_day < 1 || anchor_day > 31)
    throw new RangeError(`The billing day must be 1 to 31, not ${anchor_day}`);
  const { year, month } = civilDayOf(start);
  const count = year * 12 + month - 1 + wholeNumber(months, "months");
  const [to_year, to_month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const day = Math.min(anchor_day, daysInMonth(to_year, to_month));
  return civilText({ year: to_year, month: to_month, day });
};

export const compareDays = (a: CalendarDay, b: CalendarDay): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

/** 1 is Monday. */
export const weekdayOf = (day: CalendarDay): number => weekdayOfNumber(dayNumber(day));

export const birthdayOn = (birth_on: CalendarDay, day: CalendarDay): boolean => {
  const [born, today] = [civilDayOf(birth_on), civilDayOf(day)];
  return today.month === born.month && today.day === Math.min(born.day, daysInMonth(today.year, born.month));
};

/** A person born on 29 Feb is greeted on 28 Feb, but turns a year older on 1 Mar. */
export const ageOn = (birth_on: CalendarDay, day: CalendarDay): number => {
  const [born, today] = [civilDayOf(birth_on), civilDayOf(day)];
  const had_birthday = today.month > born.month || (today.month === born.month && today.day >= born.day);
  return today.year - born.year - (had_birthday ? 0 : 1);
};

function wholeNumber(value: number, unit: string): number {
  if (Number.isInteger(value)) return value;
  throw new RangeError(`${Number.isFinite(value) ? "Non-integer" : "Non-finite"} ${unit}: ${value}`);
}
