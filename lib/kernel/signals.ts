import { pool } from "@/db/client";
import { BatchQueue } from "./batch-queue";
import { log } from "./log";
import { type LiveSignal, liveChannel } from "./outbox";
import { processState } from "./process-state";

/** Batches a burst of scans without a visible delay. */
const batchWindowMs = 10;

const payloadQueue = processState(
  "signals",
  () =>
    new BatchQueue<string>({
      window_ms: batchWindowMs,
      flush: (payloads) =>
        pool().query("select pg_notify($1, payload) from unnest($2::text[]) payload", [liveChannel, payloads]),
      onFailure: (error, payloads) =>
        log().warn({ err: error, signals: payloads.length }, "live signals could not be sent"),
    }),
);

/**
 * Notifies open screens of all processes about committed changes. Sent in batches after the commit: NOTIFY inside the transaction
 * serializes all commits of the database (a fourth of the check-ins per second). If the process dies in between, screens reload
 * at their next interval.
 */
export function sendSignals(organization_id: string, signals: readonly LiveSignal[]): void {
  if (signals.length === 0) return;
  payloadQueue.add(signals.map((signal) => JSON.stringify({ organization_id, ...signal })));
}
