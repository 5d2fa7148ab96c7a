import cluster from "node:cluster";
import { drain } from "./drain.mjs";
import { compileEarly } from "./engine-flags.mjs";
import { captureServer } from "./main-server.mjs";
import { openOwnPort, waitUntilReady } from "./own-port.mjs";

/** A worker of ./primary.mjs. What the application learns of it stands on globalThis (lib/kernel/process-group.ts). */

compileEarly();
const role = process.argv[2];
const main = captureServer({ listens: role !== "jobs" });
const own_port = await openOwnPort(main);

let takeJobs = () => {};
/** @type {Promise<void>} */
const jobs = new Promise((resolve) => {
  takeJobs = resolve;
});
Object.assign(globalThis, { fitflowWorker: { own_port, jobs } });

/** The handlers of the application run its shutdown stages. Before they exist, there is nothing to finish. */
const stop = () => {
  if (!process.emit("SIGTERM", "SIGTERM")) process.exit(0);
};

/** Messages keep their order in both directions. */
const untilPrimaryKnows = () =>
  /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      process.on("message", (/** @type {{ fitflow?: string }} */ message) => {
        if (message?.fitflow === "known") resolve();
      });
      process.once("disconnect", resolve);
      process.send?.({ fitflow: "closed" });
    })
  );

process.on("message", (/** @type {{ fitflow?: string }} */ message) => {
  if (message?.fitflow === "jobs") takeJobs();
  if (message?.fitflow === "retire") void drain(main(), untilPrimaryKnows).then(stop);
});
process.send?.({ fitflow: "listening" });
// A primary that was killed closes the channel. Node.js would end the worker at once.
if (cluster.worker) cluster.worker.exitedAfterDisconnect = true;
process.on("disconnect", stop);
// The terminal sends it to the whole group; the primary decides what it means.
process.on("SIGHUP", () => {});

await import(new URL("../server.js", import.meta.url).href);
await waitUntilReady(own_port);
process.send?.({ fitflow: "ready" });
