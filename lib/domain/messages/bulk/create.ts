import { Temporal } from "temporal-polyfill";
import { newId } from "@/db/id";
import { bulkMessages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notification-bulk";
import { bulkWritten } from "@/lib/domain/messages/events";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { audienceOf } from "./audience";
import { validateBulkText } from "./bulk-text";
import { readBulk } from "./find";

const maxDaysAhead = 366;

export const createBulk = operation(contracts.createBulk, async (ctx, input) => {
  const { db, organization_id, caller, now } = ctx;
  validateBulkText(input);
  const scheduled_at = input.scheduled_at === undefined ? null : Temporal.Instant.from(input.scheduled_at);
  validateScheduledAt(scheduled_at, now);
  const filters = await audienceOf(ctx, input);
  const is_later = scheduled_at !== null && Temporal.Instant.compare(scheduled_at, now) > 0;
  const { name, segment_id = null, channel, category, subject, body, content_sid = null } = input;
  const id = newId();
  const content = { name, segment_id, filters, channel, category, subject, body, content_sid };
  await db.insert(bulkMessages).values({
    ...content,
    id,
    organization_id,
    location_ids: caller.location_ids && [...caller.location_ids],
    state: is_later ? "scheduled" : "preparing",
    scheduled_at: scheduled_at?.toString() ?? null,
    created_by: userIdOf(caller),
    created_at: now.toString(),
  });
  ctx.audit({ target_type: "bulk_message", target_id: id, after: { ...content, scheduled_at: input.scheduled_at } });
  ctx.emit(bulkWritten, { bulk_id: id, starts_at: is_later ? scheduled_at.toString() : null });
  return readBulk(ctx, id);
});

/** A time less than a day ago means now, because the form may have been open for a while. */
function validateScheduledAt(scheduled_at: Temporal.Instant | null, now: Temporal.Instant): void {
  if (!scheduled_at) return;
  const days = scheduled_at.since(now).total("hours") / 24;
  if (days > maxDaysAhead) throw invalid("scheduled_at", "Choose a time within the next year");
  if (days < -1) throw invalid("scheduled_at", "This time has passed. Choose a later one, or send it now");
}
