// Loaded into a separate server before the measurement. Records every statement that a request sends to PostgreSQL.
import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const file = process.env.BENCH_RECORDING ?? "";
const { Client } = createRequire(join(process.cwd(), "server.js"))("pg");
const plain = Client.prototype.query;
let completed = 0;
let clients = 0;
const numbers = new WeakMap();

/** @this {object} */
Client.prototype.query = function query(/** @type {any[]} */ ...args) {
  const [config, values] = args;
  if (!numbers.has(this)) numbers.set(this, ++clients);
  const text = typeof config === "string" ? config : config?.text;
  const own = typeof config === "object" ? config : {};
  const line = {
    client: numbers.get(this),
    text,
    name: own.name,
    rowMode: own.rowMode,
    values: own.values ?? (Array.isArray(values) ? values : undefined),
    after: completed,
  };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
  const done = () => {
    completed += 1;
  };
  const last = args.at(-1);
  if (typeof last === "function") {
    args[args.length - 1] = (/** @type {any[]} */ ...answer) => {
      done();
      last(...answer);
    };
    return plain.apply(this, args);
  }
  const answer = plain.apply(this, args);
  if (typeof answer?.then === "function") answer.then(done, done);
  return answer;
};
