import { say, step } from "@/scripts/bootstrap/steps.mjs";
import { setUpApplicationLogin } from "@/scripts/database/login";
import { migrate } from "@/scripts/database/migrate";
import { accountNotice } from "@/scripts/postgres/account";
import { onExit } from "./cleanup";
import { namedDatabase, openDatabase } from "./database";
import { type Demo, demoLeftOut, demoSetting, hasDemo, seedOnce } from "./demo";
import { loadSecrets } from "./secrets";
import { serverEnv } from "./server-env";

export type Prepared = { owner_url: string; env: Record<string, string>; demo: Demo };

type Options = { data_dir: string; public_url: string; demo: boolean };

/** Opens and migrates the database, seeds the demo, and returns the server's environment. */
export async function prepare({ data_dir, public_url, demo }: Options): Promise<Prepared> {
  const secrets = loadSecrets(data_dir);
  const notice = namedDatabase() ? null : accountNotice();
  if (notice) say(notice);
  const database = await step("Database", async (progress) => {
    const opened = await openDatabase(data_dir, secrets, progress);
    onExit(opened.leave);
    return opened;
  });
  const { owner_url } = database;
  const { app_url } = await step("Migrations", async () => {
    const { applied, total } = await migrate(owner_url);
    const app_url = await setUpApplicationLogin(owner_url, secrets.DATABASE_APP_PASSWORD);
    return { app_url, summary: applied ? `${applied} of ${total} applied` : "up to date" };
  });
  const env = serverEnv({ app_url, public_url, data_dir }, secrets);
  // The seed writes encrypted columns and signed cards, so it needs the server's keys.
  Object.assign(process.env, env);
  const setting = demoSetting(public_url, process.env.FITFLOW_DEMO);
  if (demo) await step("Demo", (progress) => (setting ? seedOnce(data_dir, owner_url, progress) : demoLeftOut()));
  const shown = demo && hasDemo(data_dir) ? setting : null;
  return { owner_url, env: { ...env, ...(shown && { FITFLOW_DEMO: shown }) }, demo: shown };
}
