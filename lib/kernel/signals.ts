import { pool } from "@/db/client";
import { log } from "./log";
import { type LiveSignal, liveChannel } from "./outbox";
import { onShutdown } from "./shutdown";

/** Batches a burst of scans without a visible delay. */
const batchWindowMs = 10;

let waiting: string[] = [];
onShutdown("events", flush);

/**
 * Notifies open screens of all processes about committed changes. Sent in batches after the commit: NOTIFY inside the transaction
 * serializes all commits of the database (a fourth of the check-ins per second). If the process dies in between, screens reload
 * at their next interval.
 */
export function sendSignals(organization_id: string, signals: readonly LiveSignal[]): void {
  if (signals.length === 0) return;
  if (waiting.length === 0) setTimeout(() => void flush(), batchWindowMs).unref();
  waiting.push(...signals.map((signal) => JSON.stringify({ organization_id, ...signal })));
}

async function flush(): Promise<void> {
  if (waiting.length === 0) return;
  const payloads = waiting;
  waiting = [];
  try {
    await pool().query("select pg_notify($1, payload) from unnest($2::text[]) payload", [liveChannel, payloads]);
  } catch (error) {
    log().warn({ err: error, signals: payloads.length }, "live signals could not be sent");
  }
}
