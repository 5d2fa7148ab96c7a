import { createHash } from "node:crypto";
import { hash, verify } from "@node-rs/bcrypt";
import { env } from "@/lib/kernel/env";
import { Problem } from "@/lib/kernel/errors";

const maxRunning = 2;
const maxWaiting = 40;

let cost = 12;
let decoy: Promise<string> | undefined;

/** @internal Work factor of new hashes: 2^cost rounds. Tests lower it; production refuses. */
export function setHashCost(rounds: number): void {
  if (env().NODE_ENV === "production") throw new Error("The work factor of passwords is fixed in production");
  cost = rounds;
  decoy = undefined;
}

/** bcrypt reads 72 bytes and stops at a NUL; the digest makes every character of any length count. */
const digest = (password: string) => createHash("sha384").update(password.normalize("NFKC")).digest("base64");

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(digest(password), { cost }));

/** Without a hash to compare with it takes as long as with one, so that nobody learns from the time who has an account. */
export async function isPassword(password: string, password_hash: string | null): Promise<boolean> {
  const compared = password_hash ?? (await decoyHash());
  const matches = await inTurn(() => verify(digest(password), compared));
  return matches && password_hash !== null;
}

function decoyHash(): Promise<string> {
  decoy ??= hashPassword("nobody's password").catch((error) => {
    decoy = undefined;
    throw error;
  });
  return decoy;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Hashing fills a core: two at once leave the rest of the machine to everybody who is signed in already. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= maxRunning) {
    if (waiting.length >= maxWaiting) {
      throw new Problem("overloaded", "Many people are signing in right now. Try again in a few seconds.", {
        headers: { "retry-after": "5" },
      });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
