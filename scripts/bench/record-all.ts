import { join } from "node:path";
import { step } from "@/scripts/bootstrap/steps.mjs";
import type { BenchContext } from "./context";
import { deepCursor } from "./deep-cursor";
import { type Recordings, record } from "./recording";
import { EMPTY, type Scenario, scenariosOf } from "./scenarios";
import { serve, stopServer } from "./server";

/** Records the statements of each selected scenario in a separate server. */
export function recordAll(context: BenchContext): Promise<Map<Scenario, Recordings>> {
  const { database, people, port, gym, options } = context;
  const file = join(database.folder, "recording.jsonl");
  return step("Recording", async (progress) => {
    const server = await serve(context, progress, {
      hook: { preload: "recorder-preload.mjs", env: { BENCH_RECORDING: file } },
      processes: 1,
    });
    people.tokens = await people.issueTokens();
    const deep_cursor = await deepCursor(port, people.tokens[0] ?? "", options.scale.members);
    const { connections, requests, only } = options;
    const all = scenariosOf({ people, gym, deep_cursor, connections, requests });
    const recordings = new Map<Scenario, Recordings>();
    for (const scenario of all.filter(({ name }) => !only || name === EMPTY || name.includes(only))) {
      progress(scenario.name);
      recordings.set(scenario, await record(scenario, { port, file }));
    }
    await stopServer(server);
    return recordings;
  });
}
