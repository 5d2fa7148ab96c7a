import type { SendOutcome } from "@/lib/values/delivery";
import { retryAfterMs } from "./retry-after";
import { type Vendor, vendorSays } from "./vendor";

export type Refusal = { status: number; headers: Headers; detail: string };

/** What an answer other than a success says about the whole call; null where the vendor means the message itself. */
export function refusedCall(vendor: Vendor, { status, headers, detail }: Refusal): SendOutcome | null {
  const message = vendorSays(vendor, detail);
  if (status === 401 || status === 402 || status === 403) return { outcome: "misconfigured", message };
  // A gateway gave up waiting: what stands behind it may have gone on.
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
