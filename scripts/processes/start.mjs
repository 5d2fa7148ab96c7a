import { compileEarly } from "./engine-flags.mjs";
import { processSettings } from "./settings.mjs";

/** Starts the server beside this folder: in this process, or as one primary with several workers. */
const { count, has_own_jobs } = processSettings({
  concurrency: process.env.WEB_CONCURRENCY,
  jobs: process.env.JOBS_PROCESS,
});
if (count === 1 && !has_own_jobs) {
  compileEarly();
  await import(new URL("../server.js", import.meta.url).href);
} else {
  const { runPrimary } = await import("./primary.mjs");
  runPrimary({ count, has_own_jobs });
}
