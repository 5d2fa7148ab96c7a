import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { newId } from "@/db/id";
import { messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { saveProvider } from "@/lib/domain/messages/providers";
import type { Channel } from "@/lib/values/delivery";
import type { Gym } from "@/tests/support/gym/gym";

const resendSecret = `whsec_${Buffer.from("a secret of Resend for tests").toString("base64")}`;
const twilioToken = "0123456789abcdef0123456789abcdef";
const sendgridKeys = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const sendgridPublic = sendgridKeys.publicKey.export({ format: "der", type: "spki" }).toString("base64");

const account = { account_sid: `AC${"0".repeat(32)}`, sender: "+14155550100" };
const providers = {
  resend: {
    channel: "email",
    vendor: "resend",
    settings: { from_email: "hello@gym.example" },
    secrets: { api_key: "re_test", webhook_secret: resendSecret },
  },
  sendgrid: {
    channel: "email",
    vendor: "sendgrid",
    settings: { from_email: "hello@gym.example" },
    secrets: { api_key: "SG.test", webhook_public_key: sendgridPublic },
  },
  twilio: { channel: "sms", vendor: "twilio", settings: account, secrets: { auth_token: twilioToken } },
} as const;
export type ReportingVendor = keyof typeof providers;

/** Keys of another gym than those that the calls below are signed with. */
const others = {
  resend: { api_key: "re_other", webhook_secret: `whsec_${Buffer.from("another gym's").toString("base64")}` },
  sendgrid: {
    api_key: "SG.other",
    webhook_public_key: generateKeyPairSync("ec", { namedCurve: "prime256v1" })
      .publicKey.export({ format: "der", type: "spki" })
      .toString("base64"),
  },
  twilio: { auth_token: "f".repeat(32) },
};

export const uses = async (gym: Gym, vendor: ReportingVendor, { own_keys = false } = {}): Promise<void> => {
  const { secrets, ...provider } = providers[vendor];
  await saveProvider(gym.people.gym_owner.caller, { ...provider, secrets: own_keys ? others[vendor] : secrets });
};

type Row = typeof messages.$inferSelect;

/** A message that is with its vendor. */
export async function newMessage(gym: Gym, vendor: ReportingVendor, fields: Partial<Row> = {}): Promise<Row> {
  const id = newId();
  const channel: Channel = vendor === "twilio" ? "sms" : "email";
  const [row] = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db
      .insert(messages)
      .values({
        id,
        organization_id: gym.organization_id,
        kind: "welcome",
        category: "transactional",
        channel,
        language: "en",
        event_key: `welcome:${id}`,
        recipient_key: id,
        to_address: channel === "sms" ? "+4915112345678" : "alex@example.com",
        to_name: "Alex",
        body: "Hello",
        state: "sent",
        send_after: "2026-03-05T12:00:00Z",
        sent_at: "2026-03-05T12:00:01Z",
        attempts: 1,
        vendor,
        provider_message_id: `at-the-vendor-${id}`,
        ...fields,
      })
      .returning(),
  );
  if (!row) throw new Error("A message was not stored");
  return row;
}

type Call = { body: string; headers: Record<string, string>; search?: string };

export const requestFor = (gym_slug: string, vendor: ReportingVendor, { body, headers, search = "" }: Call) =>
  new Request(`http://127.0.0.1:3000/api/webhooks/${vendor}/${gym_slug}${search}`, { method: "POST", headers, body });

const nowSeconds = () => Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);

export function byResend(event: unknown, { id = newId(), at = nowSeconds() } = {}): Call {
  const body = JSON.stringify(event);
  const key = Buffer.from(resendSecret.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${at}.${body}`).digest("base64");
  const headers = { "svix-id": id, "svix-timestamp": String(at), "svix-signature": `v1,${signature}` };
  return { body, headers: { "content-type": "application/json", ...headers } };
}

export function bySendgrid(events: unknown, { at = nowSeconds() } = {}): Call {
  const body = JSON.stringify(events);
  const signature = sign("sha256", Buffer.from(`${at}${body}`), sendgridKeys.privateKey).toString("base64");
  return {
    body,
    headers: {
      "content-type": "application/json",
      "x-twilio-email-event-webhook-timestamp": String(at),
      "x-twilio-email-event-webhook-signature": signature,
    },
  };
}

export function byTwilio(gym_slug: string, fields: Record<string, string>, search = ""): Call {
  const url = `http://127.0.0.1:3000/api/webhooks/twilio/${gym_slug}${search}`;
  const signed = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name]);
  const signature = createHmac("sha1", twilioToken)
    .update(url + signed.join(""))
    .digest("base64");
  return {
    body: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature },
    search,
  };
}
