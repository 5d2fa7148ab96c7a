import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { messages } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { messageContext } from "@/lib/domain/messages/notifications/message-context";
import type { Carrier } from "@/lib/domain/messages/providers";
import { type OutgoingEvent, recordEvents } from "@/lib/kernel/outbox";
import { fallBack } from "./fall-back";
import { filterDeliverable } from "./filter-deliverable";
import { mayResend } from "./may-resend";
import type { Message, Queue } from "./queue";

/** Longer than the timeouts of any vendor call. */
const leaseMinutes = 5;

export type ClaimedBatch = { batch_id: string; messages: Message[]; outgoing: OutgoingEvent[] };

/**
 * Claims the next messages for one vendor call in a short transaction. Skips rows that another process has locked. null: nothing
 * is due. An empty batch: call again. outgoing: of messages that moved to another channel.
 */
export async function claimBatch(db: Database, queue: Queue, carrier: Carrier): Promise<ClaimedBatch | null> {
  const { organization, channel, lane, clock } = queue;
  const now = clock.now();
  const in_lane = lane === "urgent" ? eq(messages.category, "transactional") : ne(messages.category, "transactional");
  const due = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization.id),
        eq(messages.channel, channel),
        in_lane,
        inArray(messages.state, ["queued", "sending"]),
        sql`${messages.send_after} <= ${now.toString()}`,
        sql`(${messages.claimed_until} is null or ${messages.claimed_until} <= ${now.toString()})`,
      ),
    )
    .orderBy(asc(messages.send_after), asc(messages.id))
    .limit(carrier.provider.max_batch)
    .for("update", { skipLocked: true });
  const [first] = due;
  if (!first) return null;

  const unconfirmed = due.filter((message) => message.state === "sending" && !mayRepeat(message, carrier));
  if (unconfirmed.length > 0) await setUnknown(db, queue, unconfirmed);
  const ctx = { db, organization, organization_id: organization.id, now };
  const delivery = { context: messageContext(ctx), filterValid: queue.filterValid };
  if (isBatch(first, carrier)) {
    const batch = await batchOf(db, queue, first.batch_id);
    const selected = (await mayResend(ctx, batch, delivery)) ? batch : [];
    return markSending(db, queue, carrier, first.batch_id, selected);
  }
  const fresh = due.filter((message) => !unconfirmed.includes(message) && !isBatch(message, carrier));
  const { deliverable, unreachable } = await filterDeliverable(ctx, fresh, delivery);
  const events = await fallBack(ctx, unreachable);
  const outgoing = await recordEvents(db, organization.id, events);
  return { ...(await markSending(db, queue, carrier, newId(), deliverable)), outgoing };
}

/** A call may be repeated with the same key at a vendor that supports idempotency keys. */
const mayRepeat = ({ vendor }: Message, { provider }: Carrier): boolean =>
  provider.is_idempotent && vendor === provider.name;

const isBatch = (message: Message, carrier: Carrier): message is Message & { batch_id: string } =>
  message.batch_id !== null && mayRepeat(message, carrier);

/** The complete batch in its original order, so that the repeated call is identical. */
const batchOf = (db: Database, { organization }: Queue, batch_id: string): Promise<Message[]> =>
  db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization.id),
        eq(messages.batch_id, batch_id),
        inArray(messages.state, ["queued", "sending"]),
      ),
    )
    .orderBy(asc(messages.id))
    .for("update");

async function markSending(
  db: Database,
  queue: Queue,
  carrier: Carrier,
  batch_id: string,
  selected: Message[],
): Promise<ClaimedBatch> {
  if (selected.length === 0) return { batch_id, messages: [], outgoing: [] };
  const now = queue.clock.now();
  const claimed = await db
    .update(messages)
    .set({
      state: "sending",
      reason: null,
      claimed_until: now.add({ minutes: leaseMinutes }).toString(),
      attempts: sql`${messages.attempts} + 1`,
      tried_since: sql`coalesce(${messages.tried_since}, ${now.toString()}::timestamptz)`,
      batch_id,
      vendor: carrier.provider.name,
    })
    .where(and(eq(messages.organization_id, queue.organization.id), inArray(messages.id, idsOf(selected))))
    .returning();
  return { batch_id, messages: claimed.sort((a, b) => (a.id < b.id ? -1 : 1)), outgoing: [] };
}

const idsOf = (all: readonly Message[]): string[] => all.map(({ id }) => id);

/** The process stopped during the vendor's call. A second call could send a second message. */
async function setUnknown(db: Database, { organization }: Queue, unconfirmed: Message[]): Promise<void> {
  await db
    .update(messages)
    .set({
      state: "unknown",
      reason: "unclear_acceptance",
      detail: "The server stopped while the provider was being called.",
      claimed_until: null,
    })
    .where(and(eq(messages.organization_id, organization.id), inArray(messages.id, idsOf(unconfirmed))));
}
