import type { Message } from "firebase-admin/messaging";
import { senderOf } from "@/lib/providers/sender";
import type { Vendor } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import { type FirebaseSettings, readServiceAccount } from "@/lib/values/provider-settings";
import { withFirebaseApp } from "./firebase-app";
import { failedCall, refusedPush } from "./firebase-errors";
import type { PushMessage, PushProvider } from "./push-provider";

export function firebaseProvider(
  { service_account }: Pick<FirebaseSettings, "service_account">,
  { timeout_ms = 60_000 }: { timeout_ms?: number } = {},
): PushProvider {
  const secrets = [service_account, readServiceAccount(service_account)?.private_key ?? null];
  const vendor: Vendor = { name: "firebase", label: "Firebase", is_idempotent: false, secrets };
  return senderOf<PushMessage>(vendor, {
    max_batch: 500,
    per_second: 2,
    refusal: ({ token }) => (token ? null : noToken),
    call: async (pushes) => {
      try {
        return await withFirebaseApp(service_account, async (app) => {
          const { getMessaging } = await import("firebase-admin/messaging");
          const sent = getMessaging(app).sendEach(pushes.map(toMessage));
          const { responses } = await within(timeout_ms, sent);
          return responses.map(({ messageId, error }) =>
            error ? refusedPush(vendor, error) : { outcome: "accepted", provider_message_id: messageId ?? null },
          );
        });
      } catch (error) {
        return pushes.map(() => failedCall(vendor, error));
      }
    },
  });
}

const noToken: SendOutcome = {
  outcome: "rejected",
  code: "no_token",
  message: "The device has no registration token",
  disables: "address",
};

const DAY_SECONDS = 86_400;

/**
 * The SDK itself repeats calls that were cut off. Under one tag, or collapse id, the second copy takes the place of the first
 * on the device. The link travels as data, because Firebase accepts only https as a link.
 */
const toMessage = ({ id, token, title, body, link, data }: PushMessage): Message => ({
  token,
  notification: { title, body },
  data: { ...data, message_id: id, ...(link && { link }) },
  webpush: { headers: { TTL: String(DAY_SECONDS), Urgency: "high" }, notification: { tag: id } },
  android: { ttl: DAY_SECONDS * 1000, notification: { tag: id } },
  apns: { headers: { "apns-collapse-id": id } },
});

/** The SDK repeats a cut-off call up to four times, 15 s each: longer than anybody should wait. */
async function within<Result>(timeout_ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("Firebase did not answer in time")), timeout_ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}
