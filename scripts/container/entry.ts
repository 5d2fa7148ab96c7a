import { withConnection } from "@/scripts/database/connect";
import { setUpApplicationLogin } from "@/scripts/database/login";
import { migrate } from "@/scripts/database/migrate";
import { loadSecrets } from "@/scripts/start/secrets";
import { serverEnv } from "@/scripts/start/server-env";

/** Runs the migrations and then the server, or the primary of its processes, in this process: it receives the container's signals. */
async function enter(): Promise<void> {
  // PID 1 ignores signals without handlers. Once the server runs, its own handlers take over.
  for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => process.exit(0));
  const owner_url = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!owner_url)
    throw new Error("DATABASE_URL is missing. The container has no embedded PostgreSQL (see docker-compose.yml).");
  const data_dir = process.env.DATA_DIR || "/data";
  const public_url = (process.env.PUBLIC_URL || `http://127.0.0.1:${process.env.PORT ?? 3000}`).replace(/\/+$/, "");
  const secrets = loadSecrets(data_dir);
  await waitForDatabase(owner_url);
  const { applied, total } = await migrate(owner_url);
  console.log(`Migrations: ${applied} of ${total} applied now.`);
  const app_url = await setUpApplicationLogin(owner_url, secrets.DATABASE_APP_PASSWORD);
  Object.assign(process.env, serverEnv({ app_url, public_url, data_dir }, secrets));
  delete process.env.DATABASE_OWNER_URL;
  // @ts-expect-error The image has this folder next to this file.
  await import("./processes/start.mjs");
}

async function waitForDatabase(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await withConnection(url, (client) => client.query("select 1"));
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

enter().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
