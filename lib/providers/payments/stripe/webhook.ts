import { createHmac } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { GatewayEvent, GatewayWebhookCall } from "@/lib/providers/payments/payment-gateway";
import { constantTimeEquals, instantOf, isFresh, isValidId, readJson } from "@/lib/providers/webhook";

const id = z.string().refine(isValidId);
const reference = z
  .union([id, z.object({ id }).transform((object) => object.id)])
  .nullish()
  .catch(null);

const event = z.object({
  id,
  type: z.string().max(200),
  created: z.number(),
  livemode: z.boolean(),
  account: id.nullish(),
  data: z.object({
    object: z.looseObject({
      id: id.nullish(),
      object: z.string(),
      payment_intent: reference,
      payment_method: reference,
      subscription: reference,
      parent: z
        .object({ subscription_details: z.object({ subscription: reference }).nullish() })
        .nullish()
        .catch(null),
    }),
  }),
});
type Event = z.infer<typeof event>;
type Subject = Pick<GatewayEvent, "subject" | "ref">;

/** Null if the signature is invalid or older than five minutes. */
export function readStripeWebhook(
  secret: string | null,
  { raw_body, headers, now }: GatewayWebhookCall,
): GatewayEvent | null {
  if (!secret || !isSigned(secret, raw_body, headers.get("stripe-signature") ?? "", now)) return null;
  const read = event.safeParse(readJson(raw_body));
  if (!read.success) return null;
  const { data } = read;
  return {
    event_id: data.id,
    type: data.type,
    ...subjectOf(data),
    account_ref: data.account ?? null,
    is_live: data.livemode,
    created_at: instantOf(() => Temporal.Instant.fromEpochMilliseconds(data.created * 1000), now),
    payload: data.data.object,
  };
}

/** `t=…,v1=…`, with two signatures while the secret is changed. https://docs.stripe.com/webhooks#verify-manually */
function isSigned(secret: string, raw_body: string, header: string, now: Temporal.Instant): boolean {
  const parts = header.split(",").map((part) => part.trim().split("=", 2));
  const timestamp = parts.find(([name]) => name === "t")?.[1] ?? "";
  if (!isFresh(timestamp, now)) return false;
  const expected = createHmac("sha256", secret).update(`${timestamp}.${raw_body}`).digest("hex");
  return parts.some(([name, value]) => name === "v1" && constantTimeEquals(value ?? "", expected));
}

/** By the object of the event. The names of events are many, and new ones come. */
function subjectOf({ type, data: { object } }: Event): Subject {
  const own = object.id ?? null;
  switch (object.object) {
    case "payment_intent":
      return { subject: "payment", ref: own };
    case "charge":
      return { subject: "payment", ref: object.payment_intent ?? null };
    case "setup_intent":
      return { subject: "setup", ref: own };
    case "refund":
      return { subject: "refund", ref: own };
    case "dispute":
      return { subject: "dispute", ref: own };
    case "payment_method":
      return { subject: "method", ref: own };
    case "mandate":
      return { subject: "method", ref: object.payment_method ?? null };
    case "payout":
      return { subject: "payout", ref: own };
    case "subscription":
      return { subject: "subscription", ref: own };
    case "invoice": {
      const ref = object.parent?.subscription_details?.subscription ?? object.subscription ?? null;
      return ref ? { subject: "subscription", ref } : { subject: "other", ref: own };
    }
    default:
      return { subject: "other", ref: type === "account.updated" ? own : null };
  }
}
