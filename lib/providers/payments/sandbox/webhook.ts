import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type GatewayEvent, type GatewayWebhookCall, webhookSubjects } from "@/lib/providers/payments/payment-gateway";

export const signatureHeader = "sandbox-signature";
const toleranceSeconds = 300;

const body = z.object({
  id: z.string(),
  type: z.string(),
  created_at: z.string(),
  account_ref: z.string(),
  data: z.object({ subject: z.enum(webhookSubjects), ref: z.string() }),
});

export type SandboxWebhookBody = z.infer<typeof body>;

/** `t=<seconds>,v1=<HMAC of seconds.body>` */
export function signWebhook(secret: string, raw_body: string, at_seconds: number): string {
  return `t=${at_seconds},v1=${mac(secret, `${at_seconds}.${raw_body}`).toString("hex")}`;
}

export function readSandboxWebhook(
  secret: string,
  { raw_body, headers, now }: GatewayWebhookCall,
): GatewayEvent | null {
  const [, seconds, hex] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(headers.get(signatureHeader) ?? "") ?? [];
  if (!seconds || !hex) return null;
  if (Math.abs(now.epochMilliseconds / 1000 - Number(seconds)) > toleranceSeconds) return null;
  if (!timingSafeEqual(mac(secret, `${seconds}.${raw_body}`), Buffer.from(hex, "hex"))) return null;
  const parsed = body.safeParse(parseJson(raw_body));
  if (!parsed.success) return null;
  const { id, type, created_at, account_ref, data } = parsed.data;
  return {
    event_id: id,
    type,
    subject: data.subject,
    ref: data.ref,
    account_ref,
    is_live: false,
    created_at,
    payload: parsed.data,
  };
}

const mac = (secret: string, text: string): Buffer => createHmac("sha256", secret).update(text).digest();

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
