import { Worker } from "node:worker_threads";
import type { HttpRequest } from "./requests";

export type Load = { latencies: Float64Array; statuses: Record<number, number>; sample: string; took_ms: number };

type Job = { port: number; connections: number; requests: HttpRequest[]; most_ms?: number };

/** Sends the requests over keep-alive connections to this machine, from a worker thread, for at most `most_ms`. */
export function sendLoad({ port, connections, requests, most_ms = 600_000 }: Job): Promise<Load> {
  const worker = new Worker(new URL("./load-worker.mjs", import.meta.url), {
    workerData: { port, connections, requests: requests.map((one) => textOf(one, port)), most_ms },
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function textOf({ method, path, headers, body }: HttpRequest, port: number): string {
  const all = { host: `127.0.0.1:${port}`, ...headers, ...(body && { "content-length": Buffer.byteLength(body) }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body ?? ""}`;
}
