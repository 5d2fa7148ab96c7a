import { createHmac } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { constantTimeEquals, instantOf, isFresh, isValidId, readJson, type WebhookCall } from "@/lib/providers/webhook";
import type { DeliveryReport, WebhookEvents } from "@/lib/values/delivery";

const emailAddress = z.string().max(320);
const text = z.string().catch("");

const event = z.object({
  type: z.string(),
  created_at: text,
  data: z.object({
    email_id: z.string().refine(isValidId),
    to: z.array(emailAddress).catch([]),
    tags: z.record(z.string(), z.string()).catch({}),
    bounce: z.object({ type: text, message: text }).optional().catch(undefined),
    failed: z.object({ reason: text }).optional().catch(undefined),
    suppressed: z.object({ message: text }).optional().catch(undefined),
  }),
});
type Event = z.infer<typeof event>;

/** Null if the signature is invalid or old. */
export function readResendWebhook({ raw_body, headers, secret, now }: WebhookCall): WebhookEvents | null {
  const id = headers.get("svix-id") ?? "";
  const timestamp = headers.get("svix-timestamp") ?? "";
  if (!isValidId(id) || !isFresh(timestamp, now)) return null;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.${raw_body}`).digest("base64");
  // During a secret rotation there are two signatures.
  const signatures = (headers.get("svix-signature") ?? "").split(" ");
  if (!signatures.some((signature) => constantTimeEquals(signature, `v1,${expected}`))) return null;
  const read = event.safeParse(readJson(raw_body));
  const report = read.success ? reportOf(id, read.data, now) : null;
  return { reports: report ? [report] : [], replies: [] };
}

const STATES: Record<string, DeliveryReport["state"]> = {
  "email.sent": "sent",
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.complained": "complained",
  "email.failed": "failed",
  "email.suppressed": "failed",
};

function reportOf(event_id: string, { type, created_at, data }: Event, now: Temporal.Instant): DeliveryReport | null {
  const state = STATES[type];
  if (!state) return null;
  return {
    event_id,
    provider_message_id: data.email_id,
    message_id: data.tags.message_id ?? null,
    state,
    at: instantOf(() => Temporal.Instant.from(created_at), now),
    address: data.to[0] ?? null,
    detail: data.bounce?.message || data.failed?.reason || data.suppressed?.message || null,
    is_permanent: data.bounce?.type === "Permanent" || type === "email.suppressed",
  };
}
