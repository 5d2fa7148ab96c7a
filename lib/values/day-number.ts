/**
 * Days of the Gregorian calendar as integers, where 0 is 1970-01-01. Integer arithmetic needs a tenth of a microsecond where a
 * polyfill of Temporal needs several, and an import does it many times per row. A property test holds both equal.
 */
export const DAY_MS = 86_400_000;

/** 1 is Monday. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Of a time such as 17:30, from midnight on. */
export const timeOfDayMs = (time: string): number => twoDigits(time, 0) * 3_600_000 + twoDigits(time, 3) * 60_000;

type CivilDay = { year: number; month: number; day: number };

const SHAPE = /^(?:\d{4}|[+-]\d{6})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** The range of a Date and of Temporal: 100 million days around 1970, and one day for time zones. */
const FIRST = -100_000_001;
const LAST = 100_000_000;

export const twoDigits = (text: string, at: number): number =>
  text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48;

export function civilDayOf(text: string): CivilDay {
  if (!SHAPE.test(text) || text.startsWith("-000000")) throw new RangeError(`Cannot parse: ${text}`);
  const civil = civilDayAt(text, text.length);
  if (text.length > 10) numberOf(civil);
  return civil;
}

/** Reads the day that ends before `end`. The shape is already checked, the day of the month is not. */
export function civilDayAt(text: string, end: number): CivilDay {
  const year = end === 10 ? twoDigits(text, 0) * 100 + twoDigits(text, 2) : Number(text.slice(0, 7));
  const civil = { year, month: twoDigits(text, end - 5), day: twoDigits(text, end - 2) };
  const longest = daysInMonth(year, civil.month);
  if (civil.day > longest) throw new RangeError(`Invalid day: ${civil.day}; must be between 1-${longest}`);
  return civil;
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** Counts in eras of 400 years (146,097 days) whose years begin on 1 March, so that the leap day comes last. */
export function numberOf({ year, month, day }: CivilDay): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const year_of_era = shifted - era * 400;
  const day_of_year = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const day_of_era = year_of_era * 365 + Math.floor(year_of_era / 4) - Math.floor(year_of_era / 100) + day_of_year;
  return inRange(era * 146_097 + day_of_era - 719_468);
}

/** The reverse of numberOf. */
export function civilOf(number: number): CivilDay {
  const shifted = inRange(number) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day_of_era = shifted - era * 146_097;
  const year_of_era = Math.floor(
    (day_of_era - Math.floor(day_of_era / 1460) + Math.floor(day_of_era / 36_524) - Math.floor(day_of_era / 146_096)) /
      365,
  );
  const day_of_year = day_of_era - (365 * year_of_era + Math.floor(year_of_era / 4) - Math.floor(year_of_era / 100));
  const month_from_march = Math.floor((5 * day_of_year + 2) / 153);
  const month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {
    year: year_of_era + era * 400 + (month > 2 ? 0 : 1),
    month,
    day: day_of_year - Math.floor((153 * month_from_march + 2) / 5) + 1,
  };
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

export function civilText(civil: CivilDay): string {
  const { year, month, day } = civil;
  const month_and_day = `${two(month)}-${two(day)}`;
  if (year > 999 && year < 10_000) return `${year}-${month_and_day}`;
  if (year >= 0 && year < 1000) return `${`${year}`.padStart(4, "0")}-${month_and_day}`;
  // Of other years, ISO 8601 writes six digits with a sign.
  numberOf(civil);
  return `${year < 0 ? "-" : "+"}${`${Math.abs(year)}`.padStart(6, "0")}-${month_and_day}`;
}

function inRange(number: number): number {
  if (number >= FIRST && number <= LAST) return number;
  throw new RangeError("Out-of-bounds date");
}
