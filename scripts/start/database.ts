import type { Progress } from "@/scripts/bootstrap/steps.mjs";
import { withConnection, withLogin, withoutPassword } from "@/scripts/database/connect";
import { APPLICATION_ROLE, admitLogin, ensureLogin } from "@/scripts/database/roles";
import { openEmbedded } from "@/scripts/postgres/embedded";
import type { Secrets } from "./secrets";

export type Database = { owner_url: string; summary: string; leave: () => Promise<void> };

/** The database that the surroundings name, else the embedded one. */
export async function openDatabase(data_dir: string, secrets: Secrets, progress: Progress): Promise<Database> {
  const owner_url = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!owner_url) return openEmbedded(data_dir, secrets, progress);
  progress("connecting");
  await withConnection(owner_url, (client) => client.query("select 1"));
  return { owner_url, summary: new URL(withoutPassword(owner_url)).host, leave: async () => undefined };
}

/** Gives the application its login and answers with the address it connects to. Comes after the migrations. */
export async function openApplicationLogin(owner_url: string, secrets: Secrets): Promise<string> {
  if (process.env.DATABASE_OWNER_URL && process.env.DATABASE_URL) {
    await admitGivenLogin(owner_url, process.env.DATABASE_URL);
    return process.env.DATABASE_URL;
  }
  await ensureLogin(owner_url, APPLICATION_ROLE, secrets.DATABASE_APP_PASSWORD);
  return withLogin(owner_url, APPLICATION_ROLE, secrets.DATABASE_APP_PASSWORD);
}

async function admitGivenLogin(owner_url: string, app_url: string): Promise<void> {
  const { username, password } = new URL(app_url);
  const user = decodeURIComponent(username);
  const works = await withConnection(app_url, (client) => client.query("select 1")).then(
    () => true,
    () => false,
  );
  if (works) await admitLogin(owner_url, user);
  else await ensureLogin(owner_url, user, decodeURIComponent(password));
}
