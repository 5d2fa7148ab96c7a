import { constantTimeEquals, sign } from "@/lib/kernel/keys";
import { uuidOfHex } from "@/lib/values/uuid";
import type { SandboxKey } from "./store";

/** What the token of a checkout page names. */
export type CheckoutToken = SandboxKey & { kind: "payment" | "setup"; ref: string };

const purpose = "sandbox_checkout";
const kinds = ["payment", "setup"] as const;
const prefixes = { payment: "spay_", setup: "sset_" } as const;
const idBytes = 16;

/** Signed, so that nobody can guess one. It is derived and not stored, so the database holds no token. */
export function checkoutToken({ organization_id, gateway_id }: SandboxKey, ref: string): string {
  const kind = ref.startsWith(prefixes.setup) ? "setup" : "payment";
  const payload = Buffer.concat([
    Buffer.from(`${organization_id}${gateway_id}${ref.slice(prefixes[kind].length)}`.replaceAll("-", ""), "hex"),
    Buffer.from([kinds.indexOf(kind)]),
  ]).toString("base64url");
  return `${payload}.${sign(purpose, payload)}`;
}

/** Null if the signature is invalid. */
export function readCheckoutToken(token: string): CheckoutToken | null {
  const [payload = "", signature = ""] = token.split(".");
  if (!signature || !constantTimeEquals(`${payload}.${sign(purpose, payload)}`, token)) return null;
  const bytes = Buffer.from(payload, "base64url");
  const kind = kinds[bytes[3 * idBytes] ?? -1];
  if (!kind) return null;
  const hex = (index: number) => bytes.toString("hex", index * idBytes, (index + 1) * idBytes);
  return { organization_id: uuidOfHex(hex(0)), gateway_id: uuidOfHex(hex(1)), kind, ref: prefixes[kind] + hex(2) };
}
