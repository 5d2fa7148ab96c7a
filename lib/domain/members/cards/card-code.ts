import { createHmac, hkdfSync, randomInt } from "node:crypto";
import { env } from "@/lib/kernel/env";

const digits = 12;

/** Digits only, because keyboard scanners type them alike in every layout. No leading 0, because spreadsheets remove it. */
export function newCardCode(): string {
  return `${randomInt(1, 10)}${Array.from({ length: digits - 1 }, () => randomInt(0, 10)).join("")}`;
}

/** Normalizes a scanned or typed card code: spaces and dashes are removed. Null if the text is no card code. */
export function readCardCode(text: string): string | null {
  const bare = text.normalize("NFKC").replace(/[\s\-\u2010-\u2015]/g, "");
  return new RegExp(`^[1-9]\\d{${digits - 1}}$`).test(bare) ? bare : null;
}

/** A keyed hash: twelve digits could be found by brute force in a stolen table. */
export function cardHash(organization_id: string, code: string): string {
  const key = Buffer.from(
    hkdfSync("sha256", Buffer.from(env().ENCRYPTION_KEY, "base64"), "fitflow", "member-card", 32),
  );
  return createHmac("sha256", key).update(`${organization_id}:${code}`).digest("base64url");
}
