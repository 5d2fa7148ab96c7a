import { bulkMessages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-bulk";
import { bulkWritten } from "@/lib/domain/messages/events";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { isBulk, lockBulk, readBulk } from "./find";

/** Continues after the last member with a message. P1: no member gets it twice. */
export const retryBulk = operation(contracts.retryBulk, async (ctx, { id }) => {
  const before = await lockBulk(ctx, id);
  if (before.state !== "failed") throw new Problem("conflict", "Only a failed bulk message can be retried.");
  await ctx.db
    .update(bulkMessages)
    .set({ state: "preparing", failure: null, version: before.version + 1 })
    .where(isBulk(ctx.organization_id, id));
  ctx.emit(bulkWritten, { bulk_id: id, starts_at: null });
  ctx.audit({
    target_type: "bulk_message",
    target_id: id,
    before: { state: "failed" },
    after: { state: "preparing" },
  });
  return readBulk(ctx, id);
});
