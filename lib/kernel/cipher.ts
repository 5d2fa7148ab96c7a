import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "./env";

const algorithm = "aes-256-gcm";
const form = "v1";
const key = (): Buffer => Buffer.from(env().ENCRYPTION_KEY, "base64");

/** Bound to its place, such as a member's id: a ciphertext that is moved to another row cannot be read there. */
export function seal(place: string, plain: unknown): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key(), nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(JSON.stringify(plain), "utf8"), cipher.final()]);
  return [form, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
}

export function unseal(place: string, sealed: string): unknown {
  const [found, nonce, tag, body] = sealed.split(".");
  if (found !== form || !nonce || !tag || body === undefined) throw new Error("What was sealed has an unknown form");
  const decipher = createDecipheriv(algorithm, key(), Buffer.from(nonce, "base64url"), { authTagLength: 16 })
    .setAAD(Buffer.from(place))
    .setAuthTag(Buffer.from(tag, "base64url"));
  const plain = Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]);
  return JSON.parse(plain.toString("utf8"));
}
