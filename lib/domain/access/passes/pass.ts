import { randomBytes, sign, verify } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { parse, stringify } from "uuid";
import { fromBase32, toBase32 } from "./base32";
import { passKeys } from "./pass-key";

/** I1: a pass is valid for one minute and one entry. */
export const passLifetimeSeconds = 60;

export type PassClaims = { organization_id: string; member_id: string; expires_at: Temporal.Instant; nonce: string };

const layout = 1;
const nonceBytes = 8;
const signedBytes = 1 + 16 + 16 + 4 + nonceBytes;
const passShape = new RegExp(`^[A-X2-9]{${Math.ceil(((signedBytes + 64) * 8) / 5)}}$`);

/** Layout, organization, member, expiry and nonce, then their Ed25519 signature: 109 bytes, a QR of version 7. */
export function writePass({ organization_id, member_id, expires_at }: Omit<PassClaims, "nonce">): string {
  const content = Buffer.alloc(signedBytes);
  content[0] = layout;
  content.set(parse(organization_id), 1);
  content.set(parse(member_id), 17);
  content.writeUInt32BE(Math.floor(expires_at.epochMilliseconds / 1000), 33);
  content.set(randomBytes(nonceBytes), 37);
  return toBase32(Buffer.concat([content, sign(null, content, passKeys().private_key)]));
}

/** Normalizes a scanned pass; null for any other text. A keyboard scanner may invert upper and lower case. */
export function passText(scanned: string): string | null {
  const text = scanned.trim().toUpperCase();
  return passShape.test(text) ? text : null;
}

/** The claims of a pass with a valid signature, expired or not; otherwise null. */
export function readPass(scanned: string): PassClaims | null {
  const text = passText(scanned);
  const bytes = text && fromBase32(text);
  if (!bytes || bytes[0] !== layout) return null;
  const content = Buffer.from(bytes.subarray(0, signedBytes));
  if (!verify(null, content, passKeys().public_key, bytes.subarray(signedBytes))) return null;
  return {
    organization_id: stringify(content.subarray(1, 17)),
    member_id: stringify(content.subarray(17, 33)),
    expires_at: Temporal.Instant.fromEpochMilliseconds(content.readUInt32BE(33) * 1000),
    nonce: content.subarray(37).toString("base64url"),
  };
}

/** Tolerance for clock differences between servers; a pass issued for later is not valid yet. */
const earlySeconds = 5;

export function isPassTimely({ expires_at }: Pick<PassClaims, "expires_at">, now: Temporal.Instant): boolean {
  const left = (expires_at.epochMilliseconds - now.epochMilliseconds) / 1000;
  return left > 0 && left <= passLifetimeSeconds + earlySeconds;
}
