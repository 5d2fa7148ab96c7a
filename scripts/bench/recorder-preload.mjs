// Loaded into a separate server before the measurement. Records every statement that a request sends to PostgreSQL.
import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const file = process.env.BENCH_RECORDING ?? "";
const { Client } = createRequire(join(process.cwd(), "server.js"))("pg");
const plain = Client.prototype.query;
let completed = 0;
let clients = 0;
let messages = 0;
const numbers = new WeakMap();

/** @this {object} */
Client.prototype.query = function query(/** @type {any[]} */ ...args) {
  const [config, values] = args;
  if (!numbers.has(this)) numbers.set(this, ++clients);
  const own = typeof config === "object" ? config : { text: config };
  const given = Array.isArray(values) ? values : undefined;
  // A round trip of several statements, or one statement.
  const statements = own.statements ?? [{ text: own.text, name: own.name, values: own.values ?? given }];
  messages += 1;
  for (const { text, name, values: parameters } of statements) {
    const sent = { client: numbers.get(this), message: messages, text, name, rowMode: own.rowMode, values: parameters };
    appendFileSync(file, `${JSON.stringify({ ...sent, after: completed })}\n`);
  }
  const done = () => {
    completed += statements.length;
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
