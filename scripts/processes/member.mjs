import cluster from "node:cluster";
import { fileURLToPath } from "node:url";
import { workerOptions } from "./engine-flags.mjs";

/** @typedef {"web" | "jobs"} Role */

const WORKER = fileURLToPath(new URL("./worker.mjs", import.meta.url));

/** One worker process. */
export class Member {
  is_ready = false;
  has_jobs = false;
  /** It was asked to end, or it is a replacement that is not ready yet. It is not restarted. */
  is_dispensable = false;
  /** A worker loses what arrives before it listens. @type {object[] | null} */
  #unsent = [];

  /**
   * @param {Role} role
   * @param {Record<string, string>} env
   */
  constructor(role, env) {
    this.role = role;
    cluster.setupPrimary({ exec: WORKER, args: [role], execArgv: [...process.execArgv, ...workerOptions] });
    this.worker = cluster.fork(env);
    this.id = this.worker.id;
    /** @type {Promise<number>} a signal counts as 1 */
    this.ended = new Promise((resolve) => this.worker.once("exit", (code) => resolve(code ?? 1)));
    /** @type {Promise<boolean>} false if the process ended before */
    this.ready = new Promise((resolve) => {
      this.onMessage("ready", () => {
        this.is_ready = true;
        resolve(true);
      });
      void this.ended.then(() => resolve(false));
    });
    this.onMessage("listening", () => {
      const unsent = this.#unsent ?? [];
      this.#unsent = null;
      for (const message of unsent) this.worker.send(message, () => {});
    });
    this.onMessage("closed", () => this.send({ fitflow: "known" }));
    // Without a listener, a message to a process that just died would end the primary.
    this.worker.on("error", () => {});
  }

  get pid() {
    return this.worker.process.pid;
  }

  /**
   * @param {string} kind
   * @param {(message: any) => void} listener
   */
  onMessage(kind, listener) {
    this.worker.on("message", (message) => {
      if (message?.fitflow === kind) listener(message);
    });
  }

  /** @param {{ fitflow: string } & Record<string, unknown>} message */
  send(message) {
    if (this.#unsent) this.#unsent.push(message);
    else if (this.worker.isConnected()) this.worker.send(message, () => {});
  }

  /** @param {NodeJS.Signals} name */
  kill(name) {
    this.worker.process.kill(name);
  }

  takeJobs() {
    this.has_jobs = true;
    this.send({ fitflow: "jobs" });
  }

  /**
   * Ends with the process; after `patience_ms` it is killed.
   *
   * @param {number} patience_ms
   */
  async endWithin(patience_ms) {
    const timer = setTimeout(() => this.kill("SIGKILL"), patience_ms);
    await this.ended;
    clearTimeout(timer);
  }
}
