import { timingSafeEqual } from "node:crypto";
import type { Temporal } from "temporal-polyfill";

export type WebhookCall = {
  /** Unparsed, because the signature covers the raw bytes. */
  raw_body: string;
  headers: Headers;
  /** The public URL that the vendor called, with the query. */
  url: string;
  secret: string;
  now: Temporal.Instant;
};

const TOLERANCE_SECONDS = 300;

/** Whether the signature is recent. An older call may be a replay. */
export function isFresh(seconds: string, now: Temporal.Instant): boolean {
  if (!/^\d{1,12}$/.test(seconds)) return false;
  return Math.abs(now.epochMilliseconds / 1000 - Number(seconds)) <= TOLERANCE_SECONDS;
}

/** Prevents timing attacks. */
export function constantTimeEquals(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const MAX_ID_LENGTH = 200;

/** Event and message ids must fit into an index. */
export const isValidId = (name: string): boolean => name.length > 0 && name.length <= MAX_ID_LENGTH;

/** Texts of foreign mail servers may contain NUL, which PostgreSQL cannot store. */
export const stripNul = (text: string): string => text.replaceAll("\0", "");

/** Null if the text is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_name, value) => (typeof value === "string" ? stripNul(value) : value));
  } catch {
    return null;
  }
}

const EARLIEST_MS = 946_684_800_000;
const DAY_MS = 86_400_000;

/** With millisecond precision, as stored. Falls back to the time of the call if the vendor's time is invalid or implausible. */
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
