import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { bulkMessages, isoInstant, memberSegments, messages, users } from "@/db/schema";
import type { bulkMessage } from "@/lib/contracts/messages/notification-bulk";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { bulkWithinReach } from "./reach";

export type Bulk = typeof bulkMessages.$inferSelect;
type Scope = Pick<Ctx<unknown>, "db" | "organization_id" | "caller" | "now">;

export const isBulk = (organization_id: string, id: string) =>
  and(eq(bulkMessages.organization_id, organization_id), eq(bulkMessages.id, id));

/** Nobody else changes the row until the transaction ends. */
export async function lockBulk(scope: Scope, id: string): Promise<Bulk> {
  const [row] = await scope.db
    .select()
    .from(bulkMessages)
    .where(and(isBulk(scope.organization_id, id), bulkWithinReach(scope.caller.location_ids)))
    .for("update");
  if (!row) throw notFound();
  return row;
}

export async function readBulk(scope: Scope, id: string): Promise<z.input<typeof bulkMessage>> {
  const [row] = await scope.db
    .select()
    .from(bulkMessages)
    .where(and(isBulk(scope.organization_id, id), bulkWithinReach(scope.caller.location_ids)));
  if (!row) throw notFound();
  const [shown] = await present(scope, [row]);
  if (!shown) throw new Error("One row is shown as one");
  return shown;
}

/** With what has become of each one's messages, counted for all of them at once. */
export async function present({ db, organization_id, now }: Scope, rows: readonly Bulk[]) {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const segment_ids = rows.flatMap(({ segment_id }) => segment_id ?? []);
  const authors = rows.flatMap(({ created_by }) => created_by ?? []);
  const ofThese = and(eq(messages.organization_id, organization_id), inArray(messages.bulk_id, ids));
  const [counted, waiting, segments, people] = await Promise.all([
    // Ten thousand of each are counted in the index alone.
    db
      .select({ bulk_id: messages.bulk_id, state: messages.state, count: sql<number>`count(*)::int` })
      .from(messages)
      .where(ofThese)
      .groupBy(messages.bulk_id, messages.state),
    db
      .select({
        bulk_id: messages.bulk_id,
        next_at: sql<string | null>`min(${messages.send_after})`.mapWith(isoInstant),
      })
      .from(messages)
      .where(and(ofThese, eq(messages.state, "queued")))
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
