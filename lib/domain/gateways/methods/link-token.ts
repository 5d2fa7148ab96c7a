import { Temporal } from "temporal-polyfill";
import { env } from "@/lib/kernel/env";
import { constantTimeEquals, sign } from "@/lib/kernel/keys";
import { uuidOfHex } from "@/lib/values/uuid";
import type { Payer } from "./payer";

/** What a link to save a method names. */
export type MethodLink = { organization_id: string; payer: Payer; expires_at: Temporal.Instant };

const purpose = "payment_method_link";
const idBytes = 16;
const kinds = ["member", "company"] as const;

/** Signed and not stored: it only lets its bearer add a method for the payer, until it expires. */
function newMethodToken({ organization_id, payer, expires_at }: MethodLink): string {
  const { payer_member_id, payer_company_id } = payer;
  const seconds = Buffer.alloc(4);
  seconds.writeUInt32BE(Math.floor(expires_at.epochMilliseconds / 1000));
  const payload = Buffer.concat([
    Buffer.from(`${organization_id}${payer_member_id ?? payer_company_id}`.replaceAll("-", ""), "hex"),
    Buffer.from([payer_member_id ? 0 : 1]),
    seconds,
  ]).toString("base64url");
  return `${payload}.${sign(purpose, payload)}`;
}

/** Null if the signature is invalid. It may have expired. */
export function readMethodToken(token: string): MethodLink | null {
  const [payload = "", signature = ""] = token.split(".");
  if (!signature || !constantTimeEquals(`${payload}.${sign(purpose, payload)}`, token)) return null;
  const bytes = Buffer.from(payload, "base64url");
  const kind = kinds[bytes[2 * idBytes] ?? -1];
  if (!kind) return null;
  const uuidAt = (index: number) => uuidOfHex(bytes.toString("hex", index * idBytes, (index + 1) * idBytes));
  const payer_id = uuidAt(1);
  return {
    organization_id: uuidAt(0),
    payer: {
      payer_member_id: kind === "member" ? payer_id : null,
      payer_company_id: kind === "company" ? payer_id : null,
    },
    expires_at: Temporal.Instant.fromEpochMilliseconds(bytes.readUInt32BE(2 * idBytes + 1) * 1000),
  };
}

export const methodPath = (token: string): string => `/pay/method/${token}`;

export const methodLinkUrl = (link: MethodLink): string =>
  new URL(methodPath(newMethodToken(link)), env().PUBLIC_URL).href;
