import { createHash } from "node:crypto";
import { hash } from "@node-rs/bcrypt";
import { DEMO_PASSWORD } from "./accounts";

/** One hash for all accounts, with a fixed salt so that seeds are reproducible. The password is public anyway. */
export function demoPasswordHash(): Promise<string> {
  const salt = createHash("sha256").update(DEMO_PASSWORD).digest().subarray(0, 16);
  return hash(createHash("sha384").update(DEMO_PASSWORD).digest("base64"), { cost: 12, salt });
}
