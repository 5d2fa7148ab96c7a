import { createHash } from "node:crypto";
import { hash, verify } from "@node-rs/bcrypt";
import { env } from "@/lib/kernel/env";
import { Problem } from "@/lib/kernel/errors";
import { processState } from "@/lib/kernel/process-state";

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

/** bcrypt ignores bytes after the 72nd and after a NUL. The digest includes every character. */
const digest = (password: string) => createHash("sha384").update(password.normalize("NFKC")).digest("base64");

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(digest(password), { cost }));

/** Takes the same time without a hash, so that the time does not reveal whether the account exists. */
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

const queue = processState("password_hashing", () => ({ running: 0, waiting: [] as (() => void)[] }));

/** Hashing saturates a core. The limit leaves capacity for other requests. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.running >= maxRunning) {
    if (queue.waiting.length >= maxWaiting) {
      throw new Problem("overloaded", "Many people are signing in right now. Try again in a few seconds.", {
        headers: { "retry-after": "5" },
      });
    }
    await new Promise<void>((resolve) => queue.waiting.push(resolve));
  } else {
    queue.running += 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}
