import { createHash } from "node:crypto";
import type { App } from "firebase-admin/app";
import { readServiceAccount } from "@/lib/values/provider-settings";

type Entry = { app: Promise<App>; users: number };

/** Recently used apps (LRU). Each caches its project's access token for an hour. */
const apps = new Map<string, Entry>();
const MAX_APPS = 50;

/** One app per credential, shared by gyms. An app is not closed while it is in use. */
export async function withFirebaseApp<Result>(
  service_account: string,
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  const name = createHash("sha256").update(service_account).digest("hex");
  const entry = apps.get(name) ?? { app: open(name, service_account), users: 0 };
  apps.delete(name);
  apps.set(name, entry);
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
  if (!account) throw new InvalidServiceAccount();
  const { cert, initializeApp } = await import("firebase-admin/app");
  // Only these three fields: a file may name other credential sources.
  const { project_id: projectId, client_email: clientEmail, private_key: privateKey } = account;
  return initializeApp({ credential: cert({ projectId, clientEmail, privateKey }), projectId }, name);
}

/** Closes the least recently used idle apps, including those that failed to open. */
async function closeIdle(): Promise<void> {
  const idle = [...apps].filter(([, { users }]) => users === 0);
  for (const [name, { app }] of idle.slice(0, Math.max(apps.size - MAX_APPS, 0))) {
    apps.delete(name);
    const { deleteApp } = await import("firebase-admin/app");
    await app.then(deleteApp, () => {});
  }
}

export class InvalidServiceAccount extends Error {
  override readonly name = "InvalidServiceAccount";
}
