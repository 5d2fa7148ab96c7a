// Loaded into the server with --cpu-prof. SIGUSR2 starts a profile, the next one stops and writes it.
import { renameSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";

const folder = process.env.BENCH_PROFILES ?? ".";
const session = new Session();
let number = 0;
let running = false;

session.connect();
session.post("Profiler.enable");
session.post("Profiler.setSamplingInterval", { interval: 500 });

process.on("SIGUSR2", () => {
  if (!running) session.post("Profiler.start");
  else {
    session.post("Profiler.stop", (_error, { profile }) => {
      const path = join(folder, `${number++}.cpuprofile`);
      // Under its name the file is complete.
      writeFileSync(`${path}.part`, JSON.stringify(profile));
      renameSync(`${path}.part`, path);
    });
  }
  running = !running;
});

// V8 adds the time of JSON to the calling function. Functions of this file show it on its own.
const { parse, stringify } = JSON;
JSON.parse = function jsonParse(text, reviver) {
  return parse(text, reviver);
};
JSON.stringify = function jsonStringify(
  /** @type {unknown} */ value,
  /** @type {any} */ replacer,
  /** @type {any} */ space,
) {
  return stringify(value, replacer, space);
};
