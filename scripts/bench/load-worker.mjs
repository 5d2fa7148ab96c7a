import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** @typedef {{ method: string, path: string, headers: Record<string, string>, body: string | null }} HttpRequest */
/** @typedef {{ port: number, connections: number, requests: HttpRequest[] }} Job */

const { port, connections, requests } = /** @type {Job} */ (workerData);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const latencies = new Float64Array(requests.length);
/** @type {Record<number, number>} */
const statuses = {};
let next = 0;
let sample = "";

/** @param {HttpRequest} spec */
function send(spec) {
  return new Promise((resolve, reject) => {
    const { method, path, body } = spec;
    const headers = { ...spec.headers, ...(body === null ? {} : { "content-length": Buffer.byteLength(body) }) };
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status >= 400 && sample === "") sample = Buffer.concat(chunks).toString("utf8").slice(0, 500);
        resolve(undefined);
      });
    });
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

// Closed loop: each connection sends its next request after the previous response.
async function connection() {
  for (;;) {
    const index = next++;
    const spec = requests[index];
    if (!spec) return;
    const began = performance.now();
    await send(spec);
    latencies[index] = performance.now() - began;
  }
}

const began = performance.now();
await Promise.all(Array.from({ length: connections }, connection));
parentPort?.postMessage({ latencies, statuses, sample, took_ms: performance.now() - began });
agent.destroy();
