import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "./env";

const algorithm = "aes-256-gcm";
const format = "v1";
const key = (): Buffer => Buffer.from(env().ENCRYPTION_KEY, "base64");

/** Encrypts with `context`, such as a row's id, as additional authenticated data. The ciphertext cannot be moved to another row. */
export function seal(context: string, plain: unknown): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key(), nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(JSON.stringify(plain), "utf8"), cipher.final()]);
  return [format, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
}

export function unseal(context: string, sealed: string): unknown {
  const [found, nonce, tag, body] = sealed.split(".");
  if (found !== format || !nonce || !tag || body === undefined) throw new Error("Unknown ciphertext format");
  const decipher = createDecipheriv(algorithm, key(), Buffer.from(nonce, "base64url"), { authTagLength: 16 })
    .setAAD(Buffer.from(context))
    .setAuthTag(Buffer.from(tag, "base64url"));
  const plain = Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]);
  return JSON.parse(plain.toString("utf8"));
}
