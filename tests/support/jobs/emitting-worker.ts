import { ingest } from "@/inngest/embedded";

/** A worker of a primary that runs no jobs: it stores the events that it is ordered to. The test is its primary. */

export type Order = { emit: string[] };

Object.assign(globalThis, { fitflowWorker: { own_port: 0, jobs: new Promise(() => {}) } });

process.on("message", async (message: Partial<Order>) => {
  if (message.emit) process.send?.({ ids: await ingest(message.emit.map((name) => ({ name, data: {} }))) });
});
process.send?.("ready");
