import { spawn } from "node:child_process";
import { settings } from "@/scripts/bootstrap/settings.mjs";
import { say } from "@/scripts/bootstrap/steps.mjs";
import { endWithParent } from "./child";
import { endAll, endOnSignal, isEnding } from "./cleanup";
import { prepare } from "./prepare";

/** Runs Drizzle Studio on the database of `npm run up`, also while that is running. */
export async function run(): Promise<void> {
  endOnSignal(() => say("\nStopping …"));
  try {
    const { owner_url } = await prepare({ ...settings(), demo: false });
    const studio = spawn(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "studio", "--host", "127.0.0.1"], {
      stdio: "inherit",
      detached: true,
      env: { ...process.env, DATABASE_OWNER_URL: owner_url },
    });
    endWithParent(studio);
    await new Promise((resolve) => studio.on("exit", resolve));
  } finally {
    if (!isEnding()) await endAll();
  }
}
