import { lostCall } from "@/lib/providers/lost-call";
import { type Vendor, vendorSays } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import { UnreadableServiceAccount } from "./firebase-app";

type Failure = { code: string; message: string };

const GONE = "messaging/registration-token-not-registered";

const MISCONFIGURED = new Set([
  "messaging/authentication-error",
  "messaging/third-party-auth-error",
  "messaging/mismatched-credential",
]);

const LATER = new Set([
  "messaging/message-rate-exceeded",
  "messaging/device-message-rate-exceeded",
  "messaging/topics-message-rate-exceeded",
  "messaging/server-unavailable",
  "messaging/internal-error",
]);

/** Only a token that Firebase says it has forgotten is dropped; anything else may be our own mistake. */
export function refusedPush(vendor: Vendor, { code, message: detail }: Failure): SendOutcome {
  const message = vendorSays(vendor, detail);
  if (code === GONE) return { outcome: "rejected", code: "token_not_registered", message, disables: "address" };
  // The device registered with another project: its message is lost, those of the others are not.
  if (/sender\s?id/i.test(detail)) return { outcome: "rejected", code: "sender_id_mismatch", message, disables: null };
  if (MISCONFIGURED.has(code)) return { outcome: "misconfigured", message };
  if (LATER.has(code)) return { outcome: "later", message, retry_after_ms: null };
  if (code.startsWith("app/") || code === "messaging/unknown-error")
    return failedCall(vendor, { code, message: detail });
  return { outcome: "rejected", code: code.replace("messaging/", ""), message, disables: null };
}

/** Google knows the account no longer, or the key in its file is no key. */
const WITHDRAWN = /invalid_grant|invalid_client|unauthorized_client|disabled|deleted|PEM|DECODER|private.?key/i;

/** The SDK turns network errors into sentences that name the original code. */
export function failedCall(vendor: Vendor, error: unknown): SendOutcome {
  if (error instanceof UnreadableServiceAccount)
    return { outcome: "misconfigured", message: "The service account is not readable. Paste Google's file again" };
  const { code, message = "" } = error as Partial<Failure>;
  // Before the sign-in has worked nothing is sent.
  if (code === "app/invalid-credential") {
    return WITHDRAWN.test(message)
      ? { outcome: "misconfigured", message: vendorSays(vendor, message) }
      : { outcome: "later", message: "Google's sign-in did not answer as it should", retry_after_ms: null };
  }
  const [named] = /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/.exec(message) ?? [];
  return lostCall(vendor, named ? { code: named } : error);
}
