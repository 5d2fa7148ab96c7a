import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { messages } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { gymOf } from "@/lib/domain/messages/notifications/gym";
import type { Carrier } from "@/lib/domain/messages/providers";
import { recordEvents } from "@/lib/kernel/outbox";
import { fallBack } from "./fall-back";
import type { Message, Queue } from "./place";
import { mayGoAgain } from "./repeat";
import { sift } from "./sift";

/** Longer than any vendor's call takes with all its time-outs. */
const leaseMinutes = 5;

export type Claim = { batch_id: string; messages: Message[]; has_more: boolean };

/**
 * Takes the next messages for one call of the vendor and writes down that they are with it, in one short transaction. What
 * another process has in its hands is passed over. null: nothing is due. Nobody left in a claim: ask again. has_more: something
 * goes out on another channel instead.
 */
export async function claim(db: Database, queue: Queue, carrier: Carrier): Promise<Claim | null> {
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

  const lost = due.filter((message) => message.state === "sending" && !mayRepeat(message, carrier));
  if (lost.length > 0) await setUnknown(db, queue, lost);
  const scope = { db, organization, organization_id: organization.id, now };
  const terms = { gym: gymOf(scope), stillTrue: queue.stillTrue };
  if (isBatch(first, carrier)) {
    const batch = await batchOf(db, queue, first.batch_id);
    const chosen = (await mayGoAgain(scope, batch, terms)) ? batch : [];
    return take(db, queue, carrier, first.batch_id, chosen);
  }
  const fresh = due.filter((message) => !lost.includes(message) && !isBatch(message, carrier));
  const { fit, stranded } = await sift(scope, fresh, terms);
  const events = await fallBack(scope, stranded);
  await recordEvents(db, organization.id, events);
  return { ...(await take(db, queue, carrier, newId(), fit)), has_more: events.length > 0 };
}

/** The same call under the same key does no harm, at the vendor that knows the key. */
const mayRepeat = ({ vendor }: Message, { provider }: Carrier): boolean =>
  provider.is_idempotent && vendor === provider.name;

const isBatch = (message: Message, carrier: Carrier): message is Message & { batch_id: string } =>
  message.batch_id !== null && mayRepeat(message, carrier);

/** Whole and in its order, or the vendor would see another call. */
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

async function take(db: Database, queue: Queue, carrier: Carrier, batch_id: string, chosen: Message[]): Promise<Claim> {
  if (chosen.length === 0) return { batch_id, messages: [], has_more: false };
  const now = queue.clock.now();
  const taken = await db
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
    .where(and(eq(messages.organization_id, queue.organization.id), inArray(messages.id, idsOf(chosen))))
    .returning();
  return { batch_id, messages: taken.sort((a, b) => (a.id < b.id ? -1 : 1)), has_more: false };
}

const idsOf = (all: readonly Message[]): string[] => all.map(({ id }) => id);

/** Whoever had it was lost while the vendor had it too: a second try might be a second message. */
async function setUnknown(db: Database, { organization }: Queue, lost: Message[]): Promise<void> {
  await db
    .update(messages)
    .set({
      state: "unknown",
      reason: "unclear_acceptance",
      detail: "The server stopped while the provider was being called.",
      claimed_until: null,
    })
    .where(and(eq(messages.organization_id, organization.id), inArray(messages.id, idsOf(lost))));
}
