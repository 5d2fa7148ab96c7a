import { Temporal } from "temporal-polyfill";

/** 2026-03-08 */
export type CalendarDay = string;

export const dayAt = (instant: string, zone: string): CalendarDay =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

export const startOfDay = (day: CalendarDay, zone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();

/** Exclusive: the first instant that is no longer part of the day. */
export const endOfDay = (day: CalendarDay, zone: string): string => startOfDay(addDays(day, 1), zone);

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  Temporal.PlainDate.from(day).add({ days }).toString();

export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;

/** Needs the anchor day each time, because a date that was clamped to 28 Feb does not show that its anchor is the 31st. */
export const addMonthsAnchored = (anchor_day: number, start: CalendarDay, months: number): CalendarDay => {
  if (!Number.isInteger(anchor_day) || anchor_day < 1 || anchor_day > 31)
    throw new RangeError(`The billing day must be 1 to 31, not ${anchor_day}`);
  const month = Temporal.PlainDate.from(start).toPlainYearMonth().add({ months });
  return month.toPlainDate({ day: Math.min(anchor_day, month.daysInMonth) }).toString();
};

export const compareDays = (a: CalendarDay, b: CalendarDay): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

export const birthdayOn = (birth_on: CalendarDay, day: CalendarDay): boolean => {
  const today = Temporal.PlainDate.from(day);
  return birthdayIn(Temporal.PlainDate.from(birth_on), today.year).equals(today);
};

/** A person born on 29 Feb is greeted on 28 Feb, but turns a year older on 1 Mar. */
export const ageOn = (birth_on: CalendarDay, day: CalendarDay): number => {
  const born = Temporal.PlainDate.from(birth_on);
  const today = Temporal.PlainDate.from(day);
  const had_birthday = today.month > born.month || (today.month === born.month && today.day >= born.day);
  return today.year - born.year - (had_birthday ? 0 : 1);
};

const birthdayIn = (born: Temporal.PlainDate, year: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month: born.month, day: born.day }, { overflow: "constrain" });
