import { and, eq, inArray, isNull } from "drizzle-orm";
import { bulkMessages, messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/notification-bulk";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { isBulk, lockBulk, readBulk } from "./find";

/**
 * What a vendor has in its hands at this moment still goes out, also where it asked to be called again: the call would have to
 * be the same. Everything else stays here.
 */
export const cancelBulk = operation(contracts.cancelBulk, async (ctx, { id }) => {
  const { db, organization_id, now } = ctx;
  const before = await lockBulk(ctx, id);
  if (!["scheduled", "preparing", "sending"].includes(before.state)) {
    throw new Problem("conflict", "It has ended already: what went out cannot be called back.");
  }
  const stopped = await db
    .update(messages)
    .set({ state: "cancelled", reason: "cancelled_by_staff", ended_at: now.toString() })
    .where(
      and(
        eq(messages.organization_id, organization_id),
        eq(messages.bulk_id, id),
        inArray(messages.state, ["queued", "held"]),
        isNull(messages.batch_id),
      ),
    );
  await db
    .update(bulkMessages)
    .set({ state: "cancelled", finished_at: now.toString(), version: before.version + 1 })
    .where(isBulk(organization_id, id));
  ctx.audit({
    target_type: "bulk_message",
    target_id: id,
    before: { state: before.state },
    after: { state: "cancelled", messages: stopped.rowCount ?? 0 },
  });
  return readBulk(ctx, id);
});
