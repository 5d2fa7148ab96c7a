import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { organizations, outboxEvents } from "@/db/schema";
import { type Database, inIdentity, inTenant } from "@/db/tenancy";
import { systemClock } from "./clock";
import type { DomainEvent } from "./events";
import { log } from "./log";
import { finishOnStop, isStopping, onStop } from "./stop";

/** What open screens hear at once; a few bytes, since NOTIFY carries at most 8,000. */
export type LiveSignal =
  | { topic: "visits"; location_id?: string; id?: string }
  | { topic: "import"; location_id: string; id: string }
  /** A colleague's own notices have changed. */
  | { topic: "notice"; user_id: string };

export const liveChannel = "fitflow_live";

export async function recordEvents(db: Database, organization_id: string, events: DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.insert(outboxEvents).values(events.map((event) => ({ organization_id, ...event })));
}

/** An event on its way out. Its id is its row's, so that whoever receives it twice knows it. */
export type SentEvent = { id: string; name: string; data: Record<string, unknown>; ts: number };

type Send = (events: SentEvent[]) => Promise<unknown>;

const perSending = 100;
/** Long enough to take a rush of scans in one go, too short to matter to anybody. */
const gatherMs = 10;
const sweepEveryMs = 15_000;
/** By then whoever committed the event has sent it, or never will. */
const leftBehindMs = 5_000;

/** On globalThis, since Next loads a module once per bundle and the sender is set by one of them. */
const globals = globalThis as { fitflowEventSender?: Send | undefined; fitflowOutboxSweep?: NodeJS.Timeout };
const waiting = new Set<string>();
onStop("events", flushWaiting);

/** Where events go after the commit. Without a sender they stay in the outbox. */
export function setEventSender(send: Send | undefined): void {
  globals.fitflowEventSender = send;
}

/** After the commit, and without holding up the answer: a failing send is the sweep's business, not the request's. */
export function flushSoon(organization_id: string): void {
  if (!globals.fitflowEventSender) return;
  if (waiting.size === 0) setTimeout(() => void flushWaiting(), gatherMs).unref();
  waiting.add(organization_id);
}

function flushWaiting(): Promise<void> {
  const organizations = [...waiting];
  waiting.clear();
  return finishOnStop("events", flushEach(organizations));
}

async function flushEach(organizations: string[]): Promise<void> {
  for (const organization_id of organizations) await flushOutbox(organization_id).catch(warn(organization_id));
}

const warn = (organization_id: string) => (error: Error) =>
  log().warn({ err: error, organization_id }, "events wait in the outbox");

/**
 * Sends what waits in one organization's outbox, oldest first, and marks it as sent. Two processes may send the same event,
 * and a crash between the two steps sends it again: its id says that it is the same one.
 */
export async function flushOutbox(organization_id: string): Promise<number> {
  const send = globals.fitflowEventSender;
  const tenant = { organization_id, user_id: null };
  for (let sent = 0; ; ) {
    const rows = send ? await inTenant(tenant, (db) => waitingIn(db, organization_id)) : [];
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
    if (rows.length < perSending) return sent;
  }
}

const waitingIn = (db: Database, organization_id: string) =>
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
    .limit(perSending);

/**
 * Sends what a crash, or an Inngest server that was away, has left behind: asks inside each organization, since no policy lets
 * anybody look into all of them at once. Every process may do it.
 */
export async function sweepOutbox(): Promise<number> {
  const all = await inIdentity(null, (db) => db.select({ id: organizations.id }).from(organizations));
  let sent = 0;
  for (const { id } of all) {
    // What is left is swept after the next start, or by another process.
    if (isStopping()) break;
    sent += await flushLeftBehind(id).catch((error: Error) => {
      warn(id)(error);
      return 0;
    });
  }
  return sent;
}

async function flushLeftBehind(organization_id: string): Promise<number> {
  const [left] = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ id: outboxEvents.id })
      .from(outboxEvents)
      .where(
        and(
          eq(outboxEvents.organization_id, organization_id),
          isNull(outboxEvents.sent_at),
          lt(outboxEvents.created_at, sql`now() - make_interval(secs => ${leftBehindMs / 1_000})`),
        ),
      )
      .limit(1),
  );
  return left ? flushOutbox(organization_id) : 0;
}

/** Once a process, from the start on. */
export function startOutboxSweep(): void {
  if (globals.fitflowOutboxSweep) return;
  const sweep = () =>
    sweepOutbox().catch((error: Error) => log().error({ err: error }, "the outbox could not be swept"));
  onStop("jobs", () => clearInterval(globals.fitflowOutboxSweep));
  globals.fitflowOutboxSweep = setInterval(() => void sweep(), sweepEveryMs);
  globals.fitflowOutboxSweep.unref();
  void sweep();
}
