const { existsSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { dirname } = require("node:path");
const { Script, constants } = require("node:vm");

// Runs one bundled file and caches its compiled code for the next process. The first process that is ready writes the cache.

// A test run that is cut off takes its processes along.
process.on("disconnect", () => process.exit());

const [, , filename] = process.argv;
const compiled = `${filename}.compiled`;
process.argv.splice(1, 1);

const script = new Script(wrap(readFileSync(filename, "utf8")), {
  filename,
  cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const send = process.send.bind(process);
process.send = (message) => {
  process.send = send;
  send(message);
  if (existsSync(compiled)) return;
  writeFileSync(`${compiled}.${process.pid}`, script.createCachedData());
  renameSync(`${compiled}.${process.pid}`, compiled);
};
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, createRequire(filename), module_, filename, dirname(filename));
