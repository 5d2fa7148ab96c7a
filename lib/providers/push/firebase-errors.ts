import { noResponseOutcome } from "@/lib/providers/no-response";
import { type Vendor, vendorMessage } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import { InvalidServiceAccount } from "./firebase-app";

type Failure = { code: string; message: string };

const NOT_REGISTERED = "messaging/registration-token-not-registered";

const MISCONFIGURED = new Set([
  "messaging/authentication-error",
  "messaging/third-party-auth-error",
  "messaging/mismatched-credential",
]);

const RETRYABLE = new Set([
  "messaging/message-rate-exceeded",
  "messaging/device-message-rate-exceeded",
  "messaging/topics-message-rate-exceeded",
  "messaging/server-unavailable",
  "messaging/internal-error",
]);

/** Disables only tokens that Firebase reports as not registered. Other errors may be our own mistake. */
export function pushErrorOutcome(vendor: Vendor, { code, message: detail }: Failure): SendOutcome {
  const message = vendorMessage(vendor, detail);
  if (code === NOT_REGISTERED)
    return { outcome: "rejected", code: "token_not_registered", message, disables: "address" };
  // This device registered with another project. Other devices are not affected.
  if (/sender\s?id/i.test(detail)) return { outcome: "rejected", code: "sender_id_mismatch", message, disables: null };
  if (MISCONFIGURED.has(code)) return { outcome: "misconfigured", message };
  if (RETRYABLE.has(code)) return { outcome: "later", message, retry_after_ms: null };
  if (code.startsWith("app/") || code === "messaging/unknown-error")
    return callErrorOutcome(vendor, { code, message: detail });
  return { outcome: "rejected", code: code.replace("messaging/", ""), message, disables: null };
}

/** The account was deleted or disabled, or its key is invalid. */
const INVALID_CREDENTIAL =
  /invalid_grant|invalid_client|unauthorized_client|disabled|deleted|PEM|DECODER|private.?key/i;

/** The SDK wraps network errors in messages that contain the original code. */
export function callErrorOutcome(vendor: Vendor, error: unknown): SendOutcome {
  if (error instanceof InvalidServiceAccount)
    return { outcome: "misconfigured", message: "The service account is invalid. Paste Google's file again" };
  const { code, message = "" } = error as Partial<Failure>;
  // Nothing is sent before the sign-in succeeds.
  if (code === "app/invalid-credential") {
    return INVALID_CREDENTIAL.test(message)
      ? { outcome: "misconfigured", message: vendorMessage(vendor, message) }
      : { outcome: "later", message: "Google's sign-in failed", retry_after_ms: null };
  }
  const [named] = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/.exec(message) ?? [];
  return noResponseOutcome(vendor, named ? { code: named } : error);
}
