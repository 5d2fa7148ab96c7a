import { Temporal } from "temporal-polyfill";
import { addresseeKey, addresseeOf, contactsOfAll } from "@/lib/domain/messages/contacts";
import { sendAfter } from "@/lib/domain/messages/notifications/compose";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { type DeliveryContext, postpone, suppress } from "./filter-deliverable";
import type { Message } from "./queue";

/**
 * Whether a batch that the vendor deferred may be sent again now. The vendor may have accepted it, so the whole batch waits at
 * night (P13), or is suppressed once none of its messages is valid. After a crash it is repeated at once.
 */
export async function mayResend(
  ctx: OrganizationCtx,
  batch: readonly Message[],
  { context, filterValid }: DeliveryContext,
): Promise<boolean> {
  if (batch.some(({ state }) => state !== "queued")) return true;
  const ids = batch.map(({ id }) => id);
  const contacts = await contactsOfAll(
    ctx,
    batch.flatMap((message) => addresseeOf(message) ?? []),
  );
  const times = batch.flatMap((message) => {
    const addressee = addresseeOf(message);
    const contact = addressee && contacts.get(addresseeKey(addressee));
    return contact ? [sendAfter(message, contact.time_zone, context)] : [];
  });
  const latest = times.sort(Temporal.Instant.compare).at(-1);
  if (latest && !latest.equals(ctx.now)) {
    await postpone(ctx, ids, latest);
    return false;
  }
  const valid = await filterValid(ctx, batch);
  if (valid.size > 0) return true;
  await suppress(ctx, ids, "no_longer_true");
  return false;
}
