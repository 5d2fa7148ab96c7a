import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { bulkMessages, isoInstant, memberSegments, messages, users } from "@/db/schema";
import type { bulkMessage } from "@/lib/contracts/messages/notification-bulk";
import { notFound } from "@/lib/kernel/errors";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import { bulkWithinReach } from "./reach";

export type Bulk = typeof bulkMessages.$inferSelect;
export const isBulk = (organization_id: string, id: string) =>
  and(eq(bulkMessages.organization_id, organization_id), eq(bulkMessages.id, id));

/** Locks the row until the transaction ends. */
export async function lockBulk(ctx: ReadCtx & ClockCtx, id: string): Promise<Bulk> {
  const [row] = await ctx.db
    .select()
    .from(bulkMessages)
    .where(and(isBulk(ctx.organization_id, id), bulkWithinReach(ctx.caller.location_ids)))
    .for("update");
  if (!row) throw notFound();
  return row;
}

export async function readBulk(ctx: ReadCtx & ClockCtx, id: string): Promise<z.input<typeof bulkMessage>> {
  const [row] = await ctx.db
    .select()
    .from(bulkMessages)
    .where(and(isBulk(ctx.organization_id, id), bulkWithinReach(ctx.caller.location_ids)));
  if (!row) throw notFound();
  const [shown] = await present(ctx, [row]);
  if (!shown) throw new Error("present() must return one item per row");
  return shown;
}

/** Adds the message counts by state, with one query for all rows. */
export async function present({ db, organization_id, now }: ReadCtx & ClockCtx, rows: readonly Bulk[]) {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const segment_ids = rows.flatMap(({ segment_id }) => segment_id ?? []);
  const authors = rows.flatMap(({ created_by }) => created_by ?? []);
  const of_these_rows = and(eq(messages.organization_id, organization_id), inArray(messages.bulk_id, ids));
  const [counted, waiting, segments, people] = await Promise.all([
    // An index-only scan counts ten thousand messages of each.
    db
      .select({ bulk_id: messages.bulk_id, state: messages.state, count: sql<number>`count(*)::int` })
      .from(messages)
      .where(of_these_rows)
      .groupBy(messages.bulk_id, messages.state),
    db
      .select({
        bulk_id: messages.bulk_id,
        next_at: sql<string | null>`min(${messages.send_after})`.mapWith(isoInstant),
      })
      .from(messages)
      .where(and(of_these_rows, eq(messages.state, "queued")))
      .groupBy(messages.bulk_id),
    db
      .select({ id: memberSegments.id, name: memberSegments.name })
      .from(memberSegments)
      .where(and(eq(memberSegments.organization_id, organization_id), inArray(memberSegments.id, segment_ids))),
    db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, authors)),
  ]);
  const nameIn = (named: readonly { id: string; name: string }[], id: string | null) =>
    named.find((one) => one.id === id)?.name ?? null;
  return rows.map((row) => {
    const states = counted.filter(({ bulk_id }) => bulk_id === row.id);
    const next_at = waiting.find(({ bulk_id }) => bulk_id === row.id)?.next_at ?? null;
    return {
      ...row,
      segment_name: nameIn(segments, row.segment_id),
      created_by_name: nameIn(people, row.created_by),
      counts: Object.fromEntries(states.map(({ state, count }) => [state, count])),
      waits_until: next_at !== null && next_at > now.toString() ? next_at : null,
    };
  });
}
