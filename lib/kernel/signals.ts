import { setTimeout as wait } from "node:timers/promises";
import { pool } from "@/db/client";
import { log } from "./log";
import { type LiveSignal, liveChannel } from "./outbox";
import { processState } from "./process-state";
import { onShutdown } from "./shutdown";

/** Batches a burst of scans without a visible delay. */
const batchWindowMs = 10;

const state = processState<{ waiting: string[]; flushing: Promise<void> | undefined }>("signals", () => {
  onShutdown("events", () => state.flushing);
  return { waiting: [], flushing: undefined };
});

/**
 * Notifies open screens of all processes about committed changes. Sent in batches after the commit: NOTIFY inside the transaction
 * serializes all commits of the database (a fourth of the check-ins per second). If the process dies in between, screens reload
 * at their next interval.
 */
export function sendSignals(organization_id: string, signals: readonly LiveSignal[]): void {
  if (signals.length === 0) return;
  state.waiting.push(...signals.map((signal) => JSON.stringify({ organization_id, ...signal })));
  state.flushing ??= flush();
}

/** One statement at a time: what is added meanwhile goes with the next. */
async function flush(): Promise<void> {
  while (state.waiting.length > 0) {
    await wait(batchWindowMs);
    const payloads = state.waiting.splice(0);
    try {
      await pool().query("select pg_notify($1, payload) from unnest($2::text[]) payload", [liveChannel, payloads]);
    } catch (error) {
      log().warn({ err: error, signals: payloads.length }, "live signals could not be sent");
    }
  }
  // In the same turn as the check above, so that nothing is added in between.
  state.flushing = undefined;
}
