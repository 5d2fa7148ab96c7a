import { sql } from "drizzle-orm";
import { messages } from "@/db/schema";
import { messageQueued } from "@/lib/domain/messages/events";
import type { Ctx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import type { MessageCategory } from "@/lib/values/notifications";
import type { Draft } from "./compose";

const batchSize = 500;

export type Queued = { queued: number; held: number; suppressed: number; already: number };

type QueueCtx = Pick<Ctx<unknown>, "db" | "organization_id" | "now" | "emit">;

/** Two lanes per channel, so that transactional messages do not wait behind bulk messages. */
export const laneOf = (category: MessageCategory) => (category === "transactional" ? "urgent" : "bulk");

/**
 * P1: inserts the messages whose event key the recipient has not had on any channel. The unique index decides between concurrent
 * calls.
 */
export async function queueMessages(ctx: QueueCtx, drafts: readonly Draft[]): Promise<Queued> {
  const { db, organization_id } = ctx;
  const counts = { queued: 0, held: 0, suppressed: 0 };
  const due = new Map<string, { channel: Channel; lane: "urgent" | "bulk" }>();
  for (let from = 0; from < drafts.length; from += batchSize) {
    const fresh = await withoutDuplicates(ctx, drafts.slice(from, from + batchSize));
    if (fresh.length === 0) continue;
    const written = await db
      .insert(messages)
      .values(fresh.map((draft) => ({ organization_id, ...draft })))
      .onConflictDoNothing()
      .returning({ state: messages.state, channel: messages.channel, category: messages.category });
    for (const { state, channel, category } of written) {
      counts[state as keyof typeof counts] += 1;
      if (state === "queued") due.set(`${channel} ${laneOf(category)}`, { channel, lane: laneOf(category) });
    }
  }
  for (const payload of due.values()) ctx.emit(messageQueued, payload);
  return { ...counts, already: drafts.length - counts.queued - counts.held - counts.suppressed };
}

async function withoutDuplicates({ db, organization_id }: QueueCtx, drafts: readonly Draft[]): Promise<Draft[]> {
  const keys = JSON.stringify(drafts.map(({ event_key, recipient_key }) => ({ event_key, recipient_key })));
  const { rows } = await db.execute<{ event_key: string; recipient_key: string }>(sql`
    select m.event_key, m.recipient_key
    from json_to_recordset(${keys}::json) as k (event_key text, recipient_key text)
    join messages m on m.organization_id = ${organization_id} and m.event_key = k.event_key and m.recipient_key = k.recipient_key`);
  const existing = new Set(rows.map((row) => `${row.event_key}\n${row.recipient_key}`));
  return drafts.filter(({ event_key, recipient_key }) => !existing.has(`${event_key}\n${recipient_key}`));
}
