import { z } from "zod";
import { bulkMessages } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { operation } from "@/lib/kernel/operation";
import { isBulk, lockBulk } from "./find";

const failure =
  "Some messages were not created after several attempts. Retry to continue, or stop the bulk message. If it fails again, the server's log contains the reason.";

const contract = job({
  id: "notifications.fail_bulk",
  input: z.strictObject({ bulk_id: z.uuid() }),
  output: z.object({ is_failed: z.boolean() }),
});

/** Runs after the last attempt to create the messages. Messages that exist are sent; the author decides about the rest. */
export const failBulk = operation(contract, async (ctx, { bulk_id }) => {
  const bulk = await lockBulk(ctx, bulk_id);
  if (bulk.state !== "scheduled" && bulk.state !== "preparing") return { is_failed: false };
  await ctx.db
    .update(bulkMessages)
    .set({ state: "failed", failure, version: bulk.version + 1 })
    .where(isBulk(ctx.organization_id, bulk_id));
  const notice = {
    kind: "bulk_failed" as const,
    event_key: `bulk_failed:${bulk.id}:${bulk.version}`,
    title: `“${bulk.name}” has stopped`,
    body: failure,
    href: `/manage/${ctx.organization.slug}/messages/bulk/${bulk.id}`,
    permission: "messages.send_bulk" as const,
  };
  const notified = bulk.created_by ? await notifyStaff(ctx, { ...notice, user_id: bulk.created_by }) : 0;
  // An author who has left the team reads no notices.
  if (notified === 0) await notifyStaff(ctx, notice);
  ctx.audit({
    target_type: "bulk_message",
    target_id: bulk_id,
    before: { state: bulk.state },
    after: { state: "failed" },
  });
  return { is_failed: true };
});
