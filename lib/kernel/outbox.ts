import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { organizations, outboxEvents } from "@/db/schema";
import { type Database, inIdentity, inTenant } from "@/db/tenancy";
import { systemClock } from "./clock";
import type { DomainEvent } from "./events";
import { log } from "./log";
import { repeat } from "./repeat";
import { finishBeforeShutdown, isShuttingDown, onShutdown } from "./shutdown";

/** Sent to open screens. Small, because NOTIFY carries at most 8,000 bytes. */
export type LiveSignal =
  | { topic: "visits"; location_id?: string; id?: string }
  | { topic: "import"; location_id: string; id: string }
  /** The notices of one user changed. */
  | { topic: "notice"; user_id: string };

export const liveChannel = "fitflow_live";

export async function recordEvents(db: Database, organization_id: string, events: DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.insert(outboxEvents).values(events.map((event) => ({ organization_id, ...event })));
}

/** The id is the id of the outbox row, so that receivers can detect duplicates. */
export type OutgoingEvent = { id: string; name: string; data: Record<string, unknown>; ts: number };

type Send = (events: OutgoingEvent[]) => Promise<unknown>;

const batchSize = 100;
/** Batches a burst of scans without a noticeable delay. */
const batchWindowMs = 10;
const sweepEveryMs = 15_000;
/** After this time, the process that committed the event has sent it or never will. */
const staleAfterMs = 5_000;

/** On globalThis, because Next loads a module once per bundle and only one of them sets the sender. */
const globals = globalThis as { fitflowEventSender?: Send | undefined; fitflowOutboxSweep?: NodeJS.Timeout };
const waiting = new Set<string>();
onShutdown("events", flushWaiting);

/** Sets where events go after the commit. Without a sender they stay in the outbox. */
export function setEventSender(send: Send | undefined): void {
  globals.fitflowEventSender = send;
}

/** Call after the commit. Does not delay the response; the sweep repeats a failed send. */
export function flushSoon(organization_id: string): void {
  if (!globals.fitflowEventSender) return;
  if (waiting.size === 0) setTimeout(() => void flushWaiting(), batchWindowMs).unref();
  waiting.add(organization_id);
}

function flushWaiting(): Promise<void> {
  const organizations = [...waiting];
  waiting.clear();
  return finishBeforeShutdown("events", flushEach(organizations));
}

async function flushEach(organizations: string[]): Promise<void> {
  for (const organization_id of organizations) await flushOutbox(organization_id).catch(warn(organization_id));
}

const warn = (organization_id: string) => (error: Error) =>
  log().warn({ err: error, organization_id }, "outbox events could not be sent");

/**
 * Sends the pending events of one organization, oldest first, and marks them as sent. Delivery is at least once: concurrent
 * processes or a crash may send an event twice, with the same id.
 */
export async function flushOutbox(organization_id: string): Promise<number> {
  const send = globals.fitflowEventSender;
  const tenant = { organization_id, user_id: null };
  for (let sent = 0; ; ) {
    const rows = send ? await inTenant(tenant, (db) => pendingEvents(db, organization_id)) : [];
    if (!send || rows.length === 0) return sent;
    await send(
      rows.map(({ id, name, payload, created_at }) => ({
        id,
        name,
        data: { organization_id, ...payload },
        ts: Date.parse(created_at),
      })),
    );
    const ids = rows.map(({ id }) => id);
    await inTenant(tenant, (db) =>
      db
        .update(outboxEvents)
        .set({ sent_at: systemClock.now().toString() })
        .where(and(eq(outboxEvents.organization_id, organization_id), inArray(outboxEvents.id, ids))),
    );
    sent += rows.length;
    if (rows.length < batchSize) return sent;
  }
}

const pendingEvents = (db: Database, organization_id: string) =>
  db
    .select({
      id: outboxEvents.id,
      name: outboxEvents.name,
      payload: outboxEvents.payload,
      created_at: outboxEvents.created_at,
    })
    .from(outboxEvents)
    .where(and(eq(outboxEvents.organization_id, organization_id), isNull(outboxEvents.sent_at)))
    .orderBy(asc(outboxEvents.created_at), asc(outboxEvents.id))
    .limit(batchSize);

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
    sent += await flushStale(id).catch((error: Error) => {
      warn(id)(error);
      return 0;
    });
  }
  return sent;
}

async function flushStale(organization_id: string): Promise<number> {
  const [left] = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ id: outboxEvents.id })
      .from(outboxEvents)
      .where(
        and(
          eq(outboxEvents.organization_id, organization_id),
          isNull(outboxEvents.sent_at),
          lt(outboxEvents.created_at, sql`now() - make_interval(secs => ${staleAfterMs / 1_000})`),
        ),
      )
      .limit(1),
  );
  return left ? flushOutbox(organization_id) : 0;
}

/** Starts once per process. */
export function startOutboxSweep(): void {
  if (globals.fitflowOutboxSweep) return;
  const sweep = () => sweepOutbox().catch((error: Error) => log().error({ err: error }, "the outbox sweep failed"));
  onShutdown("jobs", () => clearInterval(globals.fitflowOutboxSweep));
  globals.fitflowOutboxSweep = repeat(sweep, sweepEveryMs);
  void sweep();
}
