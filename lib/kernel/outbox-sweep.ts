import { organizations } from "@/db/schema";
import { inIdentity, tenantQuery } from "@/db/tenancy";
import { log } from "./log";
import { type OutgoingEvent, sendAndMark } from "./outbox";
import { processState } from "./process-state";
import { repeat } from "./repeat";
import { isShuttingDown, onShutdown } from "./shutdown";

const batchSize = 100;
const sweepEveryMs = 15_000;
/** After this time, the process that committed the event has sent it or never will. */
const staleAfterMs = 5_000;

/** Sends the events of one organization that are pending for some time, oldest first. Returns their number. */
export async function sendPending(organization_id: string, { older_than_ms = staleAfterMs } = {}): Promise<number> {
  for (let sent = 0; ; ) {
    const events = await pendingEvents(organization_id, older_than_ms);
    if (events.length === 0) return sent;
    await sendAndMark(events);
    sent += events.length;
    if (events.length < batchSize) return sent;
  }
}

async function pendingEvents(organization_id: string, older_than_ms: number): Promise<OutgoingEvent[]> {
  const { rows } = await tenantQuery<{ id: string; name: string; payload: Record<string, unknown>; ts: number }>(
    organization_id,
    {
      text: `select id, name, payload, floor(extract(epoch from created_at) * 1000)::float8 as ts
        from outbox_events
        where organization_id = $1::uuid and sent_at is null and created_at <= now() - make_interval(secs => $2::float8 / 1000)
        order by created_at, id limit ${batchSize}`,
      values: [organization_id, older_than_ms],
    },
  );
  return rows.map(({ id, name, payload, ts }) => ({ id, name, data: { organization_id, ...payload }, ts }));
}

/**
 * Sends events that a crash or an unavailable Inngest server left behind. Queries each organization, because no policy shows all
 * of them at once. Safe to run in several processes.
 */
export async function sweepOutbox(): Promise<number> {
  const all = await inIdentity(null, (db) => db.select({ id: organizations.id }).from(organizations));
  let sent = 0;
  for (const { id } of all) {
    // The next start or another process sweeps the rest.
    if (isShuttingDown()) break;
    sent += await sendPending(id).catch((error: Error) => {
      log().warn({ err: error, organization_id: id }, "outbox events could not be sent");
      return 0;
    });
  }
  return sent;
}

/** Starts once per process. */
export function startOutboxSweep(): void {
  processState("outbox_sweep", () => {
    const sweep = () => sweepOutbox().catch((error: Error) => log().error({ err: error }, "the outbox sweep failed"));
    const timer = repeat(sweep, sweepEveryMs);
    onShutdown("jobs", () => clearInterval(timer));
    void sweep();
    return timer;
  });
}
