import { createHmac } from "node:crypto";

/** Canonical JSON (RFC 8785). The SDK signs this form. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const parts = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const item = (value as Record<string, unknown>)[key];
      return item === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(item)}`];
    });
  return `{${parts.join(",")}}`;
}

/** The signature header of the executor's requests, valid for five minutes. */
export function signatureOf(canonical: string, signing_key: string, now_ms: number): string {
  const at = Math.floor(now_ms / 1_000).toString();
  const key = signing_key.replace(/^signkey-\w+-/, "");
  return `t=${at}&s=${createHmac("sha256", key).update(canonical).update(at).digest("hex")}`;
}
