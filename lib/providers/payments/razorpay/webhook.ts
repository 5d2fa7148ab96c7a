import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { GatewayEvent, GatewayWebhookCall } from "@/lib/providers/payments/payment-gateway";
import { instantOf, isValidId, readJson } from "@/lib/providers/webhook";
import { isSignedWith } from "./signatures";

const id = z.string().refine(isValidId);
const entity = z.object({
  entity: z.looseObject({ id: id.nullish().catch(null), order_id: id.nullish().catch(null) }),
});

const event = z.object({
  event: z.string().max(200),
  account_id: id.nullish().catch(null),
  created_at: z.number().catch(0),
  payload: z.record(z.string(), entity).catch({}),
});
type Event = z.infer<typeof event>;

/** Null if the signature is invalid. Razorpay signs no time: what was seen is known by its event id. */
export function readRazorpayWebhook(
  secret: string | null,
  { raw_body, headers, now }: GatewayWebhookCall,
): GatewayEvent | null {
  if (!secret || !isSignedWith(secret, raw_body, headers.get("x-razorpay-signature") ?? "")) return null;
  const read = event.safeParse(readJson(raw_body));
  if (!read.success) return null;
  const { data } = read;
  return {
    event_id: eventId(headers.get("x-razorpay-event-id"), raw_body),
    type: data.event,
    ...subjectOf(data),
    account_ref: data.account_id ?? null,
    is_live: null,
    created_at: instantOf(() => Temporal.Instant.fromEpochMilliseconds(data.created_at * 1000), now),
    payload: data.payload,
  };
}

/** A repeated delivery has the same body, also where a proxy removed the header. */
const eventId = (header: string | null, raw_body: string): string =>
  header && isValidId(header) ? header : `body-${createHash("sha256").update(raw_body).digest("hex")}`;

/** The part of the payload that the event is about, by the beginning of its name. */
function subjectOf({ event: type, payload }: Event): Pick<GatewayEvent, "subject" | "ref"> {
  const idIn = (name: string) => payload[name]?.entity.id ?? null;
  if (type.startsWith("payment.dispute.")) return { subject: "dispute", ref: idIn("dispute") };
  switch (type.split(".")[0]) {
    case "payment":
      return { subject: "payment", ref: payload.payment?.entity.order_id ?? idIn("payment") };
    case "order":
      return { subject: "payment", ref: idIn("order") };
    case "payment_link":
      return { subject: "payment", ref: idIn("order") ?? payload.payment_link?.entity.order_id ?? null };
    case "refund":
      return { subject: "refund", ref: idIn("refund") };
    case "token":
      return { subject: "method", ref: idIn("token") };
    case "settlement":
      return { subject: "payout", ref: idIn("settlement") };
    case "subscription":
      return { subject: "subscription", ref: idIn("subscription") };
    default:
      return { subject: "other", ref: null };
  }
}
