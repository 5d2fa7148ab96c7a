import { and, eq, inArray, notExists } from "drizzle-orm";
import { z } from "zod";
import { bulkMessages, messages } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type Bulk, isBulk } from "./find";

const contract = job({
  id: "notifications.finish_bulk",
  input: z.strictObject({}),
  output: z.object({ finished: z.int() }),
});

/**
 * Ends the bulk messages without waiting messages and notifies their authors. Runs when a queue is empty and once a minute, so
 * that a bulk message that waits for days needs no run of its own.
 */
export const finishBulks = operation(contract, async (ctx) => {
  const { db, organization_id } = ctx;
  const waiting = db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        eq(messages.bulk_id, bulkMessages.id),
        inArray(messages.state, ["queued", "sending"]),
      ),
    );
  const ended = await db
    .select()
    .from(bulkMessages)
    .where(
      and(eq(bulkMessages.organization_id, organization_id), eq(bulkMessages.state, "sending"), notExists(waiting)),
    )
    .orderBy(bulkMessages.id)
    .for("update", { skipLocked: true });
  for (const bulk of ended) await finish(ctx, bulk);
  return { finished: ended.length };
});

async function finish(ctx: Ctx, bulk: Bulk): Promise<void> {
  const { db, organization_id, now } = ctx;
  await db
    .update(bulkMessages)
    .set({ state: "done", finished_at: now.toString(), version: bulk.version + 1 })
    .where(isBulk(organization_id, bulk.id));
  const sent = await db.$count(
    messages,
    and(
      eq(messages.organization_id, organization_id),
      eq(messages.bulk_id, bulk.id),
      inArray(messages.state, ["sent", "delivered"]),
    ),
  );
  if (bulk.created_by) {
    await notifyStaff(ctx, {
      kind: "bulk_finished",
      event_key: `bulk_finished:${bulk.id}`,
      title: `“${bulk.name}” has gone out`,
      body: `${sent} of ${bulk.recipients} got it.`,
      href: `/manage/${ctx.organization.slug}/messages/bulk/${bulk.id}`,
      permission: "messages.send_bulk",
      user_id: bulk.created_by,
    });
  }
  ctx.audit({ target_type: "bulk_message", target_id: bulk.id, after: { state: "done", sent } });
}
