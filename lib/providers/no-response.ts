import type { SendOutcome } from "@/lib/values/delivery";
import type { Vendor } from "./vendor";

/** Error codes before anything was sent. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EDNS|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

type NetworkError = { code?: unknown; cause?: unknown; errors?: unknown; syscall?: unknown };

/** The outcome of a call without a response. */
export function noResponseOutcome(vendor: Vendor, error: unknown): SendOutcome {
  if (wasNeverSent(error))
    return { outcome: "later", message: `${vendor.label} could not be reached`, retry_after_ms: null };
  if (vendor.is_idempotent)
    return { outcome: "later", message: `${vendor.label} did not respond in time`, retry_after_ms: null };
  return { outcome: "unknown", message: `${vendor.label} did not respond: the message may have been sent` };
}

/** Whether the call failed before it reached the vendor. */
export const wasNeverSent = (error: unknown): boolean => errorChain(error).some(isNeverSent);

const isNeverSent = ({ code, syscall }: NetworkError): boolean =>
  NEVER_SENT.test(String(code ?? "")) || (code === "ETIMEDOUT" && syscall === "connect");

/** The error, its causes, and the errors of each address that was tried. */
function errorChain(error: unknown): NetworkError[] {
  if (typeof error !== "object" || error === null) return [];
  const fault = error as NetworkError;
  const tried = Array.isArray(fault.errors) ? fault.errors : [];
  return [fault, ...errorChain(fault.cause), ...tried.flatMap(errorChain)];
}
