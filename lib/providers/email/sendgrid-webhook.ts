import { createPublicKey, verify } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { instantOf, isFresh, isValidId, readJson, type WebhookCall } from "@/lib/providers/webhook";
import type { DeliveryReport, WebhookEvents } from "@/lib/values/delivery";

const text = z.string().optional().catch(undefined);

const event = z.object({
  event: z.string(),
  sg_event_id: z.string().refine(isValidId),
  sg_message_id: z.string().refine(isValidId).optional().catch(undefined),
  email: z.string().max(320).optional().catch(undefined),
  timestamp: z.number().catch(Number.NaN),
  reason: text,
  type: text,
  fitflow_message_id: text,
});
type Event = z.infer<typeof event>;

/** `secret` is the verification key from SendGrid's console. Null if the signature is invalid or old. */
export function readSendgridWebhook({ raw_body, headers, secret, now }: WebhookCall): WebhookEvents | null {
  const timestamp = headers.get("x-twilio-email-event-webhook-timestamp") ?? "";
  const signature = headers.get("x-twilio-email-event-webhook-signature") ?? "";
  if (!isFresh(timestamp, now) || !isSigned(timestamp + raw_body, signature, secret)) return null;
  const events = z.array(z.unknown()).safeParse(readJson(raw_body)).data ?? [];
  const reports = events.flatMap((one) => {
    const read = event.safeParse(one);
    const report = read.success ? reportOf(read.data, now) : null;
    return report ? [report] : [];
  });
  return { reports, replies: [] };
}

function isSigned(signed: string, signature: string, public_key: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(public_key, "base64"), format: "der", type: "spki" });
    return (
      key.asymmetricKeyType === "ec" && verify("sha256", Buffer.from(signed), key, Buffer.from(signature, "base64"))
    );
  } catch {
    return false;
  }
}

const STATES: Record<string, DeliveryReport["state"]> = {
  processed: "sent",
  delivered: "delivered",
  bounce: "bounced",
  dropped: "failed",
  spamreport: "complained",
};

/** Drop reasons that concern the address. */
const INVALID_ADDRESS = /^(bounced address|invalid address)/i;

function reportOf(event: Event, now: Temporal.Instant): DeliveryReport | null {
  const state = STATES[event.event];
  if (!state) return null;
  // "blocked" concerns the sender, not the address.
  const is_hard_bounce = event.event === "bounce" && event.type !== "blocked";
  return {
    event_id: event.sg_event_id,
    // "<message id>.filterdrecv-…"
    provider_message_id: event.sg_message_id?.split(".")[0] || null,
    message_id: event.fitflow_message_id ?? null,
    state,
    at: instantOf(() => Temporal.Instant.fromEpochMilliseconds(event.timestamp * 1000), now),
    address: event.email ?? null,
    detail: event.reason ?? null,
    is_permanent: is_hard_bounce || (event.event === "dropped" && INVALID_ADDRESS.test(event.reason ?? "")),
  };
}
