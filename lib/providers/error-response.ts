import type { SendOutcome } from "@/lib/values/delivery";
import { retryAfterMs } from "./retry-after";
import { type Vendor, vendorMessage } from "./vendor";

export type ErrorResponse = { status: number; headers: Headers; detail: string };

/** The outcome of an error response for the whole call; null if the error concerns a single message. */
export function errorResponseOutcome(vendor: Vendor, { status, headers, detail }: ErrorResponse): SendOutcome | null {
  const message = vendorMessage(vendor, detail);
  if (status === 401 || status === 402 || status === 403) return { outcome: "misconfigured", message };
  // Gateway timeout: the vendor may have processed the call.
  if (status === 504 && !vendor.is_idempotent) return { outcome: "unknown", message };
  if (status === 408 || status === 425 || status === 429 || status >= 500)
    return { outcome: "later", message, retry_after_ms: retryAfterMs(headers) };
  return null;
}

export function toHeaders(record: unknown): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(record ?? {})) {
    if (typeof value === "string" || typeof value === "number") headers.set(name, String(value));
  }
  return headers;
}
