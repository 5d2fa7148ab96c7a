// Loaded into the server with --cpu-prof. SIGUSR2 starts a profile, the next one stops and writes it.
import { writeFileSync } from "node:fs";
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
      writeFileSync(join(folder, `${number++}.cpuprofile`), JSON.stringify(profile));
    });
  }
  running = !running;
});
