import { timingSafeEqual } from "node:crypto";
import type { Temporal } from "temporal-polyfill";

export type WebhookCall = {
  /** As it came: a body that was parsed and written again has another signature. */
  raw_body: string;
  headers: Headers;
  /** The public address that the vendor called, with its query. */
  url: string;
  secret: string;
  now: Temporal.Instant;
};

const TOLERANCE_SECONDS = 300;

/** Whether the vendor signed just now; an older call may be somebody's copy. */
export function isFresh(seconds: string, now: Temporal.Instant): boolean {
  if (!/^\d{1,12}$/.test(seconds)) return false;
  return Math.abs(now.epochMilliseconds / 1000 - Number(seconds)) <= TOLERANCE_SECONDS;
}

/** In the same time wherever the first difference is. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const LONGEST_NAME = 200;

/** What a report may name its event or its message by. A longer name is nobody's, and too long for an index. */
export const isName = (name: string): boolean => name.length > 0 && name.length <= LONGEST_NAME;

/** PostgreSQL keeps no NUL, which a foreign mail server's words may have in them. */
export const withoutNul = (text: string): string => text.replaceAll("\0", "");

/** Null where the vendor, though genuine, sent something that is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_name, value) => (typeof value === "string" ? withoutNul(value) : value));
  } catch {
    return null;
  }
}

const EARLIEST_MS = 946_684_800_000;
const DAY_MS = 86_400_000;

/** To the millisecond, as instants are kept; the time of the call where the vendor's is unreadable or makes no sense. */
export function instantOf(read: () => Temporal.Instant, now: Temporal.Instant): string {
  const write = (instant: Temporal.Instant) => instant.toString({ fractionalSecondDigits: 3 });
  try {
    const at = read();
    const is_sensible = at.epochMilliseconds > EARLIEST_MS && at.epochMilliseconds < now.epochMilliseconds + DAY_MS;
    return write(is_sensible ? at : now);
  } catch {
    return write(now);
  }
}
