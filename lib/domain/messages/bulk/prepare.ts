import { z } from "zod";
import { bulkMessages } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { selectMembers } from "@/lib/domain/members";
import { queueFor } from "@/lib/domain/messages/notifications";
import type { Caller } from "@/lib/kernel/caller";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Filters } from "./audience";
import { bulkContent, eventKeyOf } from "./bulk-text";
import { type Bulk, isBulk, lockBulk } from "./find";

/** Members per transaction. */
const pageSize = 500;

const contract = job({
  id: "notifications.prepare_bulk",
  input: z.strictObject({ bulk_id: z.uuid() }),
  output: z.object({ is_prepared: z.boolean() }),
});

/**
 * Creates the next messages and stores the position in the same transaction, so that a crash neither skips nor repeats a member.
 * Does nothing after a cancellation.
 */
export const prepareBulk = operation(
  contract,
  async (ctx, { bulk_id }) => {
    const bulk = await lockBulk(ctx, bulk_id);
    if (bulk.state !== "scheduled" && bulk.state !== "preparing") return { is_prepared: true };
    const author_ctx = { ...ctx, caller: asAuthor(ctx.caller, bulk) };
    const ids = await selectMembers(author_ctx, bulk.filters as Filters, {
      after: bulk.prepared_after,
      limit: pageSize,
    });
    const event_key = eventKeyOf(bulk_id);
    if (ids.length > 0) {
      await queueFor(
        ctx,
        bulkContent(bulk, bulk),
        ids.map((member_id) => ({ member_id, event_key, link: null })),
      );
    }
    const is_prepared = ids.length < pageSize;
    await advance(ctx, bulk, ids, is_prepared);
    if (is_prepared) {
      ctx.audit({
        target_type: "bulk_message",
        target_id: bulk_id,
        after: { recipients: bulk.recipients + ids.length },
      });
    }
    return { is_prepared };
  },
  { writes_many: true },
);

async function advance({ db, organization_id, now }: Ctx, bulk: Bulk, ids: string[], is_prepared: boolean) {
  await db
    .update(bulkMessages)
    .set({
      state: is_prepared ? "sending" : "preparing",
      prepared_after: ids.at(-1) ?? bulk.prepared_after,
      recipients: bulk.recipients + ids.length,
      started_at: bulk.started_at ?? now.toString(),
      version: bulk.version + 1,
    })
    .where(isBulk(organization_id, bulk.id));
}

/** A3: the audience is limited to the author's locations, because the system can read all of them. */
const asAuthor = (caller: Caller, { location_ids }: Bulk): Caller => ({ ...caller, location_ids });
