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

/** Null where the vendor, though genuine, sent something that is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** To the millisecond, as instants are kept; the time of the call where the vendor's is unreadable. */
export function instantOf(read: () => Temporal.Instant, now: Temporal.Instant): string {
  const write = (instant: Temporal.Instant) => instant.toString({ fractionalSecondDigits: 3 });
  try {
    return write(read());
  } catch {
    return write(now);
  }
}
