import type { Message } from "firebase-admin/messaging";
import { createSender } from "@/lib/providers/sender";
import type { Vendor } from "@/lib/providers/vendor";
import type { SendOutcome } from "@/lib/values/delivery";
import { type FirebaseSettings, readServiceAccount } from "@/lib/values/provider-settings";
import { withFirebaseApp } from "./firebase-app";
import { callErrorOutcome, pushErrorOutcome } from "./firebase-errors";
import type { PushMessage, PushProvider } from "./push-provider";

export function firebaseProvider(
  { service_account }: Pick<FirebaseSettings, "service_account">,
  { timeout_ms = 60_000 }: { timeout_ms?: number } = {},
): PushProvider {
  const secrets = [service_account, readServiceAccount(service_account)?.private_key ?? null];
  const vendor: Vendor = { name: "firebase", label: "Firebase", is_idempotent: false, secrets };
  return createSender<PushMessage>(vendor, {
    max_batch: 500,
    per_second: 2,
    precheck: ({ token }) => (token ? null : noToken),
    call: async (pushes) => {
      try {
        return await withFirebaseApp(service_account, async (app) => {
          const { getMessaging } = await import("firebase-admin/messaging");
          const sent = getMessaging(app).sendEach(pushes.map(toMessage));
          const { responses } = await withTimeout(timeout_ms, sent);
          return responses.map(({ messageId, error }) =>
            error ? pushErrorOutcome(vendor, error) : { outcome: "accepted", provider_message_id: messageId ?? null },
          );
        });
      } catch (error) {
        return pushes.map(() => callErrorOutcome(vendor, error));
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
 * The SDK retries interrupted calls. With the same tag or collapse id, the device replaces the first copy. The link is sent as data,
 * because Firebase accepts only https links.
 */
const toMessage = ({ id, token, title, body, link, data }: PushMessage): Message => ({
  token,
  notification: { title, body },
  data: { ...data, message_id: id, ...(link && { link }) },
  webpush: { headers: { TTL: String(DAY_SECONDS), Urgency: "high" }, notification: { tag: id } },
  android: { ttl: DAY_SECONDS * 1000, notification: { tag: id } },
  apns: { headers: { "apns-collapse-id": id } },
});

/** The SDK retries an interrupted call up to four times with 15 s each, which is too long. */
async function withTimeout<Result>(timeout_ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("Firebase did not respond in time")), timeout_ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}
