import { connect } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { ResponseReader } from "./http-response.mjs";

/** @typedef {{ port: number, connections: number, requests: string[], most_ms: number }} Job */

const { port, connections, requests, most_ms } = /** @type {Job} */ (workerData);
const SAMPLE = 1_500;
/** @type {number[]} */
const latencies = [];
/** @type {Record<number, number>} */
const statuses = {};
let next = 0;
let sample = "";
let ends_at = Number.POSITIVE_INFINITY;

// Closed loop: each connection sends its next request after the previous response, until none is left or the time is over.
/** @param {import("node:net").Socket} socket */
function converse(socket) {
  return new Promise((resolve, reject) => {
    let reader = new ResponseReader();
    let sent_at = 0;
    let is_waiting = false;
    const send = () => {
      const text = requests[next];
      is_waiting = text !== undefined && performance.now() < ends_at;
      if (!is_waiting || text === undefined) return resolve(undefined);
      next += 1;
      sent_at = performance.now();
      socket.write(text);
    };
    socket.on("data", (data) => {
      const is_complete = reader.push(data);
      if (reader.status >= 400 && sample === "") sample = data.toString("utf8").slice(0, SAMPLE);
      if (!is_complete) return;
      latencies.push(performance.now() - sent_at);
      statuses[reader.status] = (statuses[reader.status] ?? 0) + 1;
      reader = new ResponseReader();
      send();
    });
    socket.on("error", reject);
    socket.on("close", () => is_waiting && reject(new Error("The server closed a connection during a request.")));
    send();
  });
}

/** @returns {Promise<import("node:net").Socket>} */
function open() {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}

const sockets = await Promise.all(Array.from({ length: connections }, open));
const began = performance.now();
ends_at = began + most_ms;
await Promise.all(sockets.map(converse));
const took_ms = performance.now() - began;
parentPort?.postMessage({ latencies: Float64Array.from(latencies), statuses, sample, took_ms });
for (const socket of sockets) socket.destroy();
