import { eq } from "drizzle-orm";
import { bulkMessages, messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-bulk";
import { stopWaiting } from "@/lib/domain/messages/notifications";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { isBulk, lockBulk, readBulk } from "./find";

export const cancelBulk = operation(contracts.cancelBulk, async (ctx, { id }) => {
  const { db, organization_id, now } = ctx;
  const before = await lockBulk(ctx, id);
  if (!["scheduled", "preparing", "sending", "failed"].includes(before.state)) {
    throw new Problem("conflict", "This bulk message has already ended. Sent messages cannot be recalled.");
  }
  const stopped = await stopWaiting(ctx, eq(messages.bulk_id, id));
  await db
    .update(bulkMessages)
    .set({ state: "cancelled", finished_at: now.toString(), version: before.version + 1 })
    .where(isBulk(organization_id, id));
  ctx.audit({
    target_type: "bulk_message",
    target_id: id,
    before: { state: before.state },
    after: { state: "cancelled", messages: stopped },
  });
  return readBulk(ctx, id);
});
