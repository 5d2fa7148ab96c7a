import { env, isHttps } from "@/lib/kernel/env";
import { constantTimeEquals, sign } from "@/lib/kernel/keys";
import { type Channel, channels } from "@/lib/values/delivery";
import { messageCategories } from "@/lib/values/notifications";
import type { Choice } from "./contact";

/** What a link in a message lets its reader decide. */
export type Subscription = {
  organization_id: string;
  member_id: string;
  channel: Channel;
  category: Choice["category"];
};

const PURPOSE = "unsubscribe";
const UUID_BYTES = 16;

/** Signed, and without an end: somebody may look for it in a mail that is years old. */
export function unsubscribeToken({ organization_id, member_id, channel, category }: Subscription): string {
  const bytes = Buffer.concat([
    Buffer.from(`${organization_id}${member_id}`.replaceAll("-", ""), "hex"),
    Buffer.from([channels.indexOf(channel), messageCategories.indexOf(category)]),
  ]);
  const about = bytes.toString("base64url");
  return `${about}.${sign(PURPOSE, about)}`;
}

/** null for whatever we did not sign. */
export function readUnsubscribeToken(token: string): Subscription | null {
  const [about = "", signature = ""] = token.split(".");
  if (!constantTimeEquals(`${about}.${sign(PURPOSE, about)}`, token) || !signature) return null;
  const bytes = Buffer.from(about, "base64url");
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

const uuidAt = (bytes: Buffer, start: number): string =>
  bytes.toString("hex", start, start + UUID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export type UnsubscribeLink = { url: string; headers: Record<string, string> };

/**
 * One address for the foot of a message and for a mail's header: whoever opens it is on the page, and what a mail program posts
 * to it unsubscribes (proxy.ts). RFC 8058 has one click over https only.
 */
export function unsubscribeLink(subscription: Subscription): UnsubscribeLink {
  const url = new URL(`/unsubscribe/${unsubscribeToken(subscription)}`, env().PUBLIC_URL).href;
  const header = { "List-Unsubscribe": `<${url}>` };
  return { url, headers: isHttps() ? { ...header, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : header };
}
