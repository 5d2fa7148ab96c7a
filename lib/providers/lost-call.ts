import type { SendOutcome } from "@/lib/values/delivery";
import type { Vendor } from "./vendor";

/** Nothing of the call left this machine, or the other end took no connection. */
const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EDNS|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

type Fault = { code?: unknown; cause?: unknown; errors?: unknown; syscall?: unknown };

/** What a call without an answer says about its messages. */
export function lostCall(vendor: Vendor, error: unknown): SendOutcome {
  if (faultsOf(error).some(isNeverSent))
    return { outcome: "later", message: `${vendor.label} could not be reached`, retry_after_ms: null };
  if (vendor.is_idempotent)
    return { outcome: "later", message: `${vendor.label} did not answer in time`, retry_after_ms: null };
  return { outcome: "unknown", message: `${vendor.label} did not answer: the message may have gone out` };
}

const isNeverSent = ({ code, syscall }: Fault): boolean =>
  NEVER_SENT.test(String(code ?? "")) || (code === "ETIMEDOUT" && syscall === "connect");

/** The error, what it wraps, and each of the addresses that were tried. */
function faultsOf(error: unknown): Fault[] {
  if (typeof error !== "object" || error === null) return [];
  const fault = error as Fault;
  const tried = Array.isArray(fault.errors) ? fault.errors : [];
  return [fault, ...faultsOf(fault.cause), ...tried.flatMap(faultsOf)];
}
