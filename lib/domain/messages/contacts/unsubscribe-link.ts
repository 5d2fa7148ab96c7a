import { env, isHttps } from "@/lib/kernel/env";
import { constantTimeEquals, sign } from "@/lib/kernel/keys";
import { type Channel, channels } from "@/lib/values/delivery";
import { messageCategories } from "@/lib/values/notifications";
import { uuidOfHex } from "@/lib/values/uuid";
import type { Preference } from "./contact";

/** The channel and category that an unsubscribe link refers to. */
export type Subscription = {
  organization_id: string;
  member_id: string;
  channel: Channel;
  category: Preference["category"];
};

const PURPOSE = "unsubscribe";
const UUID_BYTES = 16;

/** Signed without an expiry, because links in old mails must work. */
export function unsubscribeToken({ organization_id, member_id, channel, category }: Subscription): string {
  const bytes = Buffer.concat([
    Buffer.from(`${organization_id}${member_id}`.replaceAll("-", ""), "hex"),
    Buffer.from([channels.indexOf(channel), messageCategories.indexOf(category)]),
  ]);
  const payload = bytes.toString("base64url");
  return `${payload}.${sign(PURPOSE, payload)}`;
}

/** null if the signature is invalid. */
export function readUnsubscribeToken(token: string): Subscription | null {
  const [payload = "", signature = ""] = token.split(".");
  if (!constantTimeEquals(`${payload}.${sign(PURPOSE, payload)}`, token) || !signature) return null;
  const bytes = Buffer.from(payload, "base64url");
  const channel = channels[bytes[2 * UUID_BYTES] ?? -1];
  const category = messageCategories[bytes[2 * UUID_BYTES + 1] ?? -1];
  if (!channel || !category || category === "transactional") return null;
  return {
    organization_id: uuidAt(bytes, 0),
    member_id: uuidAt(bytes, UUID_BYTES),
    channel,
    category,
  };
}

const uuidAt = (bytes: Buffer, start: number): string => uuidOfHex(bytes.toString("hex", start, start + UUID_BYTES));

export type UnsubscribeLink = { url: string; headers: Record<string, string> };

/**
 * The footer and the List-Unsubscribe header use the same URL: GET shows the page, POST unsubscribes (proxy.ts). RFC 8058 allows
 * one-click over HTTPS only.
 */
export function unsubscribeLink(subscription: Subscription): UnsubscribeLink {
  const url = new URL(`/unsubscribe/${unsubscribeToken(subscription)}`, env().PUBLIC_URL).href;
  const header = { "List-Unsubscribe": `<${url}>` };
  return { url, headers: isHttps() ? { ...header, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : header };
}
