import { Worker } from "node:worker_threads";
import type { HttpRequest } from "./scenarios";

export type Load = { latencies: Float64Array; statuses: Record<number, number>; sample: string; took_ms: number };

/** Sends the requests over keep-alive connections from a worker thread. */
export function sendLoad(port: number, connections: number, requests: HttpRequest[]): Promise<Load> {
  const worker = new Worker(new URL("./load-worker.mjs", import.meta.url), {
    workerData: { port, connections, requests },
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
