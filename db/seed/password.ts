import { createHash } from "node:crypto";
import { hash } from "@node-rs/bcrypt";
import { DEMO_PASSWORD } from "./accounts";

/** One hash for all accounts, with a salt of its own name: the password is public, and the same day gives the same rows. */
export function demoPasswordHash(): Promise<string> {
  const salt = createHash("sha256").update(DEMO_PASSWORD).digest().subarray(0, 16);
  return hash(createHash("sha384").update(DEMO_PASSWORD).digest("base64"), { cost: 12, salt });
}
