import { join } from "node:path";
import { type LargeGym, seedLarge } from "@/db/seed/large";
import { freePort } from "@/scripts/bootstrap/port.mjs";
import { step } from "@/scripts/bootstrap/steps.mjs";
import { onExit } from "@/scripts/start/cleanup";
import { prepareRelease } from "@/scripts/start/release";
import { loadSecrets } from "@/scripts/start/secrets";
import { type BenchDatabase, openDatabase } from "./database";
import type { BenchOptions } from "./options";
import { type People, peopleOf } from "./people";

/** Shared by all measurements: the build, the seeded database and the test users. */
export type BenchContext = {
  options: BenchOptions;
  release: string;
  database: BenchDatabase;
  port: number;
  env: Record<string, string>;
  log: string;
  gym: LargeGym;
  people: People;
};

export async function prepareBench(options: BenchOptions): Promise<BenchContext> {
  const release =
    options.release ?? (await step("Build", (progress) => prepareRelease(process.cwd(), progress))).folder;
  const database = await step("Database", () => openDatabase({ wants_statistics: !options.against }));
  onExit(database.discard);
  const port = options.port ?? (await freePort());
  const env = environment(database, port);
  // Replayed statements use the application's pool.
  Object.assign(process.env, env);
  const { owner_url, folder } = database;
  const gym = await step("Gyms", (progress) => seedLarge({ owner_url, scale: options.scale }, progress));
  const people = await peopleOf(owner_url, gym);
  return { options, release, database, port, env, log: join(folder, "server.log"), gym, people };
}

export function environment({ folder, app_url }: BenchDatabase, port: number): Record<string, string> {
  const data_dir = join(folder, "data");
  const { NEXTAUTH_SECRET, ENCRYPTION_KEY, PASS_SIGNING_KEY } = loadSecrets(data_dir, {});
  const url = `http://127.0.0.1:${port}`;
  return {
    DATABASE_URL: app_url,
    DATABASE_POOL_MAX: "10",
    NEXTAUTH_SECRET,
    NEXTAUTH_URL: url,
    ENCRYPTION_KEY,
    PASS_SIGNING_KEY,
    PUBLIC_URL: url,
    DATA_DIR: data_dir,
  };
}
