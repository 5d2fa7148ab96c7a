import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { withConnection, withoutPassword } from "@/scripts/database/connect";
import { openEmbedded } from "@/scripts/postgres/embedded";
import type { Secrets } from "./secrets";

export type Database = { owner_url: string; summary: string; leave: () => Promise<void> };

/** The owner's address of a database that is not ours to start. */
export const namedDatabase = (): string | undefined => process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;

/** The database that the environment names, else the embedded one. */
export async function openDatabase(data_dir: string, secrets: Secrets, progress: Progress): Promise<Database> {
  const owner_url = namedDatabase();
  if (!owner_url) return openEmbedded(data_dir, secrets, progress);
  progress("connecting");
  await withConnection(owner_url, (client) => client.query("select 1"));
  return { owner_url, summary: new URL(withoutPassword(owner_url)).host, leave: async () => undefined };
}
