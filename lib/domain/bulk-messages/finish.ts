import { and, eq, inArray, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { bulkMessages, isoInstant, messages } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { tellStaff } from "@/lib/domain/staff-notices";
import { operation } from "@/lib/kernel/operation";
import { isBulk, lockBulk } from "./find";

const soonestMs = 2_000;
const latestMs = 15 * 60_000;

const terms = job({
  id: "notifications.finish_bulk",
  input: z.strictObject({ bulk_id: z.uuid() }),
  output: z.object({ look_again_in_ms: z.int().nullable() }),
});

/** Ends a bulk message once nothing of it waits any more, and tells its author; until then says when to look again. */
export const finishBulk = operation(terms, async (ctx, { bulk_id }) => {
  const { db, organization_id, now } = ctx;
  const bulk = await lockBulk(ctx, bulk_id);
  if (bulk.state !== "sending") return { look_again_in_ms: null };
  const [waiting] = await db
    .select({
      count: sql<number>`count(*)::int`,
      next_at: sql<string | null>`min(${messages.send_after})`.mapWith(isoInstant),
    })
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        eq(messages.bulk_id, bulk_id),
        inArray(messages.state, ["queued", "sending"]),
      ),
    );
  if (waiting && waiting.count > 0) return { look_again_in_ms: pauseUntil(waiting.next_at, now, waiting.count) };
  await db
    .update(bulkMessages)
    .set({ state: "done", finished_at: now.toString(), version: bulk.version + 1 })
    .where(isBulk(organization_id, bulk_id));
  const sent = await db.$count(
    messages,
    and(
      eq(messages.organization_id, organization_id),
      eq(messages.bulk_id, bulk_id),
      inArray(messages.state, ["sent", "delivered"]),
    ),
  );
  if (bulk.created_by) {
    await tellStaff(ctx, {
      kind: "bulk_finished",
      event_key: `bulk_finished:${bulk.id}`,
      title: `“${bulk.name}” has gone out`,
      body: `${sent} of ${bulk.recipients} got it.`,
      href: `/manage/${ctx.organization.slug}/messages/bulk/${bulk.id}`,
      permission: "messages.send_bulk",
      user_id: bulk.created_by,
    });
  }
  ctx.audit({ target_type: "bulk_message", target_id: bulk_id, after: { state: "done", sent } });
  return { look_again_in_ms: null };
});

/** Quiet hours keep it back till morning; a full queue of a slow vendor wants no look every two seconds either. */
function pauseUntil(next_at: string | null, now: Temporal.Instant, count: number): number {
  const until_due = next_at === null ? 0 : Temporal.Instant.from(next_at).since(now).total("milliseconds");
  return Math.round(Math.min(latestMs, Math.max(soonestMs, until_due, count * 5)));
}
