import { createHmac, hkdfSync, randomInt } from "node:crypto";
import { env } from "@/lib/kernel/env";

const digits = 12;

/** Digits only: a scanner that types as a keyboard types them alike in every layout. Never a 0 first, which spreadsheets eat. */
export function newCardCode(): string {
  return `${randomInt(1, 10)}${Array.from({ length: digits - 1 }, () => randomInt(0, 10)).join("")}`;
}

/** As scanned or typed from the print: spaces and dashes between the groups do not count. Null where it is no card code. */
export function readCardCode(text: string): string | null {
  const bare = text.normalize("NFKC").replace(/[\s\-\u2010-\u2015]/g, "");
  return new RegExp(`^[1-9]\\d{${digits - 1}}$`).test(bare) ? bare : null;
}

/** Keyed, because twelve digits are few enough to try all of them on a stolen table. */
export function cardHash(organization_id: string, code: string): string {
  const key = Buffer.from(
    hkdfSync("sha256", Buffer.from(env().ENCRYPTION_KEY, "base64"), "fitflow", "member-card", 32),
  );
  return createHmac("sha256", key).update(`${organization_id}:${code}`).digest("base64url");
}
