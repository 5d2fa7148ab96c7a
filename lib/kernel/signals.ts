import { pool } from "@/db/client";
import { log } from "./log";
import { type LiveSignal, liveChannel } from "./outbox";
import { onStop } from "./stop";

/** Long enough to take a rush of scans in one go, too short to see. */
const gatherMs = 10;

let waiting: string[] = [];
onStop("events", flush);

/**
 * Tells open screens, in every process, what has been committed. Sent afterwards and together: a NOTIFY inside the
 * transaction makes all commits of the database wait for one another, a fourth of the check-ins a second. Should the
 * process die in between, screens find out at their next look.
 */
export function sendSignals(organization_id: string, signals: readonly LiveSignal[]): void {
  if (signals.length === 0) return;
  if (waiting.length === 0) setTimeout(() => void flush(), gatherMs).unref();
  waiting.push(...signals.map((signal) => JSON.stringify({ organization_id, ...signal })));
}

async function flush(): Promise<void> {
  if (waiting.length === 0) return;
  const payloads = waiting;
  waiting = [];
  try {
    await pool().query("select pg_notify($1, payload) from unnest($2::text[]) payload", [liveChannel, payloads]);
  } catch (error) {
    log().warn({ err: error, signals: payloads.length }, "open screens were not told");
  }
}
