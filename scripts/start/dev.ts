import { spawn } from "node:child_process";
import { settings } from "@/scripts/bootstrap/settings.mjs";
import { say } from "@/scripts/bootstrap/steps.mjs";
import { endWithParent } from "./child";
import { endAll, endOnSignal, isEnding } from "./cleanup";
import { prepare } from "./prepare";

/** Runs the development server with the database and demo of `npm run up`. */
export async function run(): Promise<void> {
  endOnSignal(() => say("\nStopping …"));
  try {
    const { port, data_dir, public_url } = settings();
    const { env } = await prepare({ data_dir, public_url, demo: true });
    const { DATABASE_OWNER_URL: _owner, ...surroundings } = process.env;
    const next = spawn(
      process.execPath,
      ["node_modules/next/dist/bin/next", "dev", "-H", "127.0.0.1", "-p", String(port)],
      {
        stdio: "inherit",
        detached: true,
        env: { ...surroundings, ...env, NODE_ENV: "development", PORT: String(port), NEXT_TELEMETRY_DISABLED: "1" },
      },
    );
    endWithParent(next);
    await new Promise((resolve) => next.on("exit", resolve));
  } finally {
    if (!isEnding()) await endAll();
  }
}
