import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { env } from "@/lib/kernel/env";

let pair: { private_key: KeyObject; public_key: KeyObject } | undefined;

/** The Ed25519 key that signs passes, from PASS_SIGNING_KEY (PKCS #8, DER in base64). */
export function passKeys(): { private_key: KeyObject; public_key: KeyObject } {
  if (pair) return pair;
  const private_key = createPrivateKey({
    key: Buffer.from(env().PASS_SIGNING_KEY, "base64"),
    format: "der",
    type: "pkcs8",
  });
  if (private_key.asymmetricKeyType !== "ed25519") throw new Error("PASS_SIGNING_KEY must be an Ed25519 key");
  pair = { private_key, public_key: createPublicKey(private_key) };
  return pair;
}
