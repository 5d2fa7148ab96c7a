import { z } from "zod";
import { bulkMessages } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { selectMembers } from "@/lib/domain/members";
import { writeTo } from "@/lib/domain/messages/notifications";
import type { Caller } from "@/lib/kernel/caller";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Filters } from "./audience";
import { type Bulk, isBulk, lockBulk } from "./find";
import { eventKeyOf, letterOf } from "./letter";

/** Members whose messages are written down in one transaction. */
const atOnce = 500;

const terms = job({
  id: "notifications.prepare_bulk",
  input: z.strictObject({ bulk_id: z.uuid() }),
  output: z.object({ is_prepared: z.boolean() }),
});

/**
 * Writes the next messages of a bulk message down, and how far it got, in the same transaction: a crash neither leaves anybody
 * out nor writes to anybody twice. What has been called off stays as it is.
 */
export const prepareBulk = operation(terms, async (ctx, { bulk_id }) => {
  const bulk = await lockBulk(ctx, bulk_id);
  if (bulk.state !== "scheduled" && bulk.state !== "preparing") return { is_prepared: true };
  const scope = { ...ctx, caller: asAuthor(ctx.caller, bulk) };
  const ids = await selectMembers(scope, bulk.filters as Filters, { after: bulk.prepared_after, limit: atOnce });
  const event_key = eventKeyOf(bulk_id);
  if (ids.length > 0) {
    await writeTo(
      ctx,
      letterOf(bulk, bulk),
      ids.map((member_id) => ({ member_id, event_key, link: null })),
    );
  }
  const is_prepared = ids.length < atOnce;
  await advance(ctx, bulk, ids, is_prepared);
  if (is_prepared) {
    ctx.audit({ target_type: "bulk_message", target_id: bulk_id, after: { recipients: bulk.recipients + ids.length } });
  }
  return { is_prepared };
});

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

/** A3: it reaches the members whom its author reached, not everybody whom the system does. */
const asAuthor = (caller: Caller, { location_ids }: Bulk): Caller => ({ ...caller, location_ids });
