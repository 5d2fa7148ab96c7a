import { processSettings } from "./settings.mjs";

/** Starts the server beside this folder: in this process, or as one primary with several workers. */
const { count, has_own_jobs } = processSettings(process.env);
if (count === 1 && !has_own_jobs) {
  // @ts-expect-error The build creates server.js beside this folder.
  await import("../server.js");
} else {
  const { runPrimary } = await import("./primary.mjs");
  runPrimary({ count, has_own_jobs });
}
