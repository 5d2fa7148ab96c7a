import { civilDayAt, DAY_MS, numberOf, twoDigits } from "./day-number";

/**
 * A date with a time as this product, PostgreSQL and browsers write it: 2026-03-08T05:00:00.25Z, 2026-03-08 05:00:00+00. Without
 * an offset it is a wall time.
 */
const SHAPE =
  /^(?:\d{4}|[+-]\d{6})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?(?:[Zz]|[+-](?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?|[0-5]\d(?:[0-5]\d)?)?)?$/;

const LAST_MS = 100_000_000 * DAY_MS;
const [HYPHEN, COLON, POINT, COMMA] = [45, 58, 46, 44];

type ReadTime = {
  /** The wall time in milliseconds since 1970 on the same wall. */
  wall_ms: number;
  /** Null without an offset. */
  offset_ms: number | null;
  /** The decimals after the milliseconds, or "". Nothing is computed with them. */
  below_ms: string;
};

export function readTime(text: string): ReadTime {
  if (!SHAPE.test(text) || text.startsWith("-000000")) throw unreadable(text);
  const day_end = text.charCodeAt(4) === HYPHEN ? 10 : 13;
  const minute_ms = twoDigits(text, day_end + 1) * 3_600_000 + twoDigits(text, day_end + 4) * 60_000;
  const wall_ms = numberOf(civilDayAt(text, day_end)) * DAY_MS + minute_ms;
  let end = day_end + 6;
  if (text.charCodeAt(end) !== COLON) return { wall_ms, offset_ms: offsetFrom(text, end), below_ms: "" };
  // A leap second counts as the last second of its minute.
  const second_ms = Math.min(twoDigits(text, end + 1), 59) * 1000;
  end += 3;
  const mark = text.charCodeAt(end);
  if (mark !== POINT && mark !== COMMA)
    return { wall_ms: wall_ms + second_ms, offset_ms: offsetFrom(text, end), below_ms: "" };
  const begin = end + 1;
  for (end = begin; isDigit(text.charCodeAt(end)); ) end++;
  return {
    wall_ms: wall_ms + second_ms + Number(text.slice(begin, Math.min(end, begin + 3)).padEnd(3, "0")),
    offset_ms: offsetFrom(text, end),
    below_ms: end > begin + 3 ? text.slice(begin + 3, end).replace(/0+$/, "") : "",
  };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function offsetFrom(text: string, at: number): number | null {
  if (at === text.length) return null;
  if (at === text.length - 1) return 0;
  const digits = text.slice(at + 1).replaceAll(":", "");
  const minutes = digits.length > 2 ? twoDigits(digits, 2) : 0;
  const seconds = digits.length > 4 ? twoDigits(digits, 4) : 0;
  const sign = text.charCodeAt(at) === HYPHEN ? -1 : 1;
  return sign * (twoDigits(digits, 0) * 3600 + minutes * 60 + seconds) * 1000 || 0;
}

const unreadable = (text: string) => new RangeError(`Cannot parse: ${text}`);

type ReadInstant = { epoch_ms: number; below_ms: string };

export function readInstant(text: string): ReadInstant {
  const { wall_ms, offset_ms, below_ms } = readTime(text);
  if (offset_ms === null) throw unreadable(text);
  return { epoch_ms: wall_ms - offset_ms, below_ms };
}

/** Epoch milliseconds, rounded down. */
export const epochOf = (instant: string): number => readInstant(instant).epoch_ms;

/** In UTC, without decimals that are zero: 2026-03-08T05:00:00.25Z. */
export const instantText = (epoch_ms: number, below_ms = ""): string => `${wallText(epoch_ms, below_ms)}Z`;

/** Like instantText, but a wall time. */
export function wallText(wall_ms: number, below_ms = ""): string {
  const text = isoText(wall_ms).slice(0, -1);
  if (below_ms) return text + below_ms;
  return text.endsWith(".000") ? text.slice(0, -4) : text.replace(/0+$/, "");
}

/** In UTC with three decimals, cut off after them: 2026-03-08T05:00:00.250Z. */
export const inMilliseconds = (instant: string): string => isoText(epochOf(instant));

function isoText(epoch_ms: number): string {
  if (Math.abs(epoch_ms) <= LAST_MS) return new Date(epoch_ms).toISOString();
  throw new RangeError("Out-of-bounds date");
}

export function addMinutes(instant: string, minutes: number): string {
  const { epoch_ms, below_ms } = readInstant(instant);
  return instantText(epoch_ms + minutes * 60_000, below_ms);
}

export function isLater(one: string, other: string): boolean {
  const [a, b] = [readInstant(one), readInstant(other)];
  return a.epoch_ms > b.epoch_ms || (a.epoch_ms === b.epoch_ms && a.below_ms > b.below_ms);
}
