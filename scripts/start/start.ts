import { settings } from "@/scripts/bootstrap/settings.mjs";
import { step } from "@/scripts/bootstrap/steps.mjs";
import { endWithParent } from "./child";
import { endAll, endOnSignal, isEnding } from "./cleanup";
import { namedDatabase } from "./database";
import { prepare } from "./prepare";
import { findRelease } from "./release";
import { patienceMs, serverProcess } from "./server";

/** Runs the build on the database of the environment, and logs to the terminal. */
export async function run(): Promise<void> {
  const { port, data_dir, public_url } = settings();
  const folder = findRelease(process.cwd());
  if (!folder) throw new Error("These sources have no build. Run `npm run build` first, or `npm run up` for a demo.");
  if (!namedDatabase())
    throw new Error("DATABASE_URL is missing (see .env.example). `npm run up` runs a PostgreSQL of its own.");
  endOnSignal(() => undefined);
  try {
    const { env } = await prepare({ data_dir, public_url, demo: false });
    await step("Server", () => `${public_url}, on port ${port}`);
    const server = serverProcess({ folder, port, host: process.env.HOST || "127.0.0.1", env, output: "inherit" });
    endWithParent(server, patienceMs);
    process.on("SIGHUP", () => server.kill("SIGHUP"));
    const code = await new Promise<number | null>((resolve) => server.on("exit", resolve));
    if (!isEnding()) throw new Error(`The server ended by itself (${code ?? "killed"}).`);
  } finally {
    if (!isEnding()) await endAll();
  }
}
