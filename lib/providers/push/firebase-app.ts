import { createHash } from "node:crypto";
import type { App } from "firebase-admin/app";
import { readServiceAccount } from "@/lib/values/provider-settings";

type Entry = { app: Promise<App>; users: number };

/** The apps of the gyms that sent last: each holds its project's access token for an hour. */
const entries = new Map<string, Entry>();
const KEPT = 50;

/** One app for each credential, whichever gyms use it, and none that is closed under a call. */
export async function withFirebaseApp<Result>(
  service_account: string,
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  const name = createHash("sha256").update(service_account).digest("hex");
  const entry = entries.get(name) ?? { app: open(name, service_account), users: 0 };
  entries.delete(name);
  entries.set(name, entry);
  entry.users += 1;
  try {
    return await work(await entry.app);
  } finally {
    entry.users -= 1;
    await closeIdle();
  }
}

async function open(name: string, service_account: string): Promise<App> {
  const account = readServiceAccount(service_account);
  if (!account) throw new UnreadableServiceAccount();
  const { cert, initializeApp } = await import("firebase-admin/app");
  // Only these three: a file may name further places to fetch credentials from.
  const { project_id: projectId, client_email: clientEmail, private_key: privateKey } = account;
  return initializeApp({ credential: cert({ projectId, clientEmail, privateKey }), projectId }, name);
}

/** Closes what was used longest ago, and whatever could not be opened at all. */
async function closeIdle(): Promise<void> {
  const idle = [...entries].filter(([, { users }]) => users === 0);
  for (const [name, { app }] of idle.slice(0, Math.max(entries.size - KEPT, 0))) {
    entries.delete(name);
    const { deleteApp } = await import("firebase-admin/app");
    await app.then(deleteApp, () => {});
  }
}

export class UnreadableServiceAccount extends Error {
  override readonly name = "UnreadableServiceAccount";
}
