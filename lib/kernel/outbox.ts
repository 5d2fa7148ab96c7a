import { newId } from "@/db/id";
import { clientOf, type Database, tenantQuery } from "@/db/tenancy";
import { instantText } from "@/lib/values/instant";
import { BatchQueue } from "./batch-queue";
import { systemClock } from "./clock";
import type { DomainEvent } from "./events";
import { log } from "./log";
import { processState } from "./process-state";

/** Sent to open screens. Small, because NOTIFY carries at most 8,000 bytes. */
export type LiveSignal =
  | { topic: "visits"; location_id?: string; id?: string }
  | { topic: "import"; location_id: string; id: string }
  /** The notices of one user changed. */
  | { topic: "notice"; user_id: string };

export const liveChannel = "fitflow_live";

/** The id is the id of the outbox row, so that receivers can detect duplicates. */
export type OutgoingEvent = {
  id: string;
  name: string;
  data: Record<string, unknown> & { organization_id: string };
  ts: number;
};

type Send = (events: OutgoingEvent[]) => Promise<unknown>;

const batchSize = 100;
/** Batches a burst of scans without a noticeable delay. */
const batchWindowMs = 20;
/** Only a receiver that is away makes more wait. They stay in the table. */
const maxQueued = 5_000;

type Outbox = { send: Send | undefined; queue: BatchQueue<OutgoingEvent> };

const outbox = processState<Outbox>("outbox", () => ({
  send: undefined,
  queue: new BatchQueue({
    window_ms: batchWindowMs,
    batch_size: batchSize,
    capacity: maxQueued,
    flush: sendAndMark,
    onFailure: (error) => {
      // A receiver that is away is not called for each batch.
      outbox.queue.clear();
      log().warn({ err: error }, "outbox events could not be sent");
    },
  }),
}));

/** Sets where events go after the commit. Without a sender they stay in the outbox. */
export function setEventSender(send: Send | undefined): void {
  outbox.send = send;
}

/** The events as they are stored and sent. */
export function outgoingEvents(organization_id: string, events: readonly DomainEvent[]): OutgoingEvent[] {
  const ts = systemClock.now().epochMilliseconds;
  return events.map(({ name, payload }) => ({ id: newId(), name, data: { organization_id, ...payload }, ts }));
}

/** Takes the organization, ids, names and payloads from the placeholder `first` on. */
export const outboxSql = (first: number): string => `insert into outbox_events (organization_id, id, name, payload)
  select $${first}::uuid, event.* from unnest($${first + 1}::uuid[], $${first + 2}::text[], $${first + 3}::jsonb[]) as event`;

/** For events without an audit entry. */
export const outboxOnlySql = outboxSql(1);

export const outboxValues = (organization_id: string, events: readonly OutgoingEvent[]): unknown[] => [
  organization_id,
  events.map(({ id }) => id),
  events.map(({ name }) => name),
  events.map(({ data: { organization_id: _, ...payload } }) => JSON.stringify(payload)),
];

/** Writes the events in the transaction of their cause. Returns what to send after its commit. */
export async function recordEvents(
  db: Database,
  organization_id: string,
  events: readonly DomainEvent[],
): Promise<OutgoingEvent[]> {
  const outgoing = outgoingEvents(organization_id, events);
  if (outgoing.length > 0) await clientOf(db).query(outboxOnlySql, outboxValues(organization_id, outgoing));
  return outgoing;
}

/**
 * Call after the commit. Does not delay the response. The events are sent from memory, so that they are not read from the table.
 * What cannot be sent stays there for the sweep (outbox-sweep.ts).
 */
export function sendSoon(events: readonly OutgoingEvent[]): void {
  if (!outbox.send || events.length === 0) return;
  outbox.queue.add(events);
}

/**
 * Sends the events and marks them as sent. Delivery is at least once: a crash in between, or another process, sends an event again
 * with the same id.
 */
export async function sendAndMark(events: OutgoingEvent[]): Promise<void> {
  if (!outbox.send) return;
  await outbox.send(events);
  const ids = new Map<string, string[]>();
  for (const { id, data } of events) ids.set(data.organization_id, [...(ids.get(data.organization_id) ?? []), id]);
  for (const [organization_id, sent] of ids) {
    await tenantQuery(organization_id, {
      text: "update outbox_events set sent_at = $3::timestamptz where organization_id = $1::uuid and id = any($2::uuid[])",
      values: [organization_id, sent, instantText(systemClock.now().epochMilliseconds)],
    });
  }
}
