// Loaded before a server of the browser tests: moves its clock by the milliseconds that a file names.
const { readFileSync } = require("node:fs");

const file = process.env.VIRTUAL_TIME_FILE;
const rereadMs = 50;
const RealDate = Date;
let [offset, readAt] = [0, Number.NEGATIVE_INFINITY];

function now() {
  const at = RealDate.now();
  if (file && at - readAt > rereadMs) {
    readAt = at;
    offset = Number(readFileSync(file, "utf8")) || 0;
  }
  return at + offset;
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, type) => Reflect.construct(target, given.length === 0 ? [now()] : given, type),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
