import { wasNeverSent } from "@/lib/providers/no-response";
import { retryAfterMs } from "@/lib/providers/retry-after";
import { type Vendor, vendorMessage } from "@/lib/providers/vendor";
import type { GatewayResult } from "./payment-gateway";

export type Failure = Exclude<GatewayResult<never>, { outcome: "answered" }>;

/** Thrown inside a call for what the gateway cannot do. Nothing was sent. The message is for managers. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The end of a call without a response. `is_repeatable`: a second call does nothing that the first did. */
export function noResponse({ label }: Vendor, error: unknown, is_repeatable: boolean): Failure {
  if (wasNeverSent(error)) return { outcome: "later", message: `${label} could not be reached`, retry_after_ms: null };
  const message = `${label} did not respond in time`;
  return is_repeatable ? { outcome: "later", message, retry_after_ms: null } : { outcome: "unknown", message };
}

export type ErrorResponse = { status: number; headers: Headers; detail: string };

/** The end of a call that the gateway answered with an error. */
export function errorResponse(vendor: Vendor, { status, headers, detail }: ErrorResponse): Failure {
  const message = vendorMessage(vendor, detail);
  if (status === 401 || status === 403) return { outcome: "misconfigured", message };
  if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500)
    return { outcome: "later", message, retry_after_ms: retryAfterMs(headers) };
  return { outcome: "refused", message };
}
