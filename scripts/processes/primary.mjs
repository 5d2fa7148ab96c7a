import { Group } from "./group.mjs";

/** For one Ctrl-C, npm and the terminal send one signal each. */
const DUPLICATE_MS = 300;

/**
 * SIGTERM and SIGINT end the workers in their stages, a second signal at once. SIGHUP replaces the workers one after the other.
 *
 * @param {{ count: number, has_own_jobs: boolean }} settings
 */
export function runPrimary(settings) {
  process.title = "fitflow-server";
  const group = new Group(settings);
  let first_at = 0;
  for (const name of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
    process.removeAllListeners(name).on(name, () => {
      if (first_at && performance.now() - first_at < DUPLICATE_MS) return;
      first_at ||= performance.now();
      group.stop();
    });
  }
  process.removeAllListeners("SIGHUP").on("SIGHUP", () => {
    // A terminal that is closed sends it too.
    if (process.stdout.isTTY) group.stop();
    else void group.restart();
  });
  void group.begin();
}
