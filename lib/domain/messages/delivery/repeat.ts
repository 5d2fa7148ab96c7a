import { Temporal } from "temporal-polyfill";
import { contactsOf } from "@/lib/domain/messages/contacts";
import { sendAfter } from "@/lib/domain/messages/notifications/compose";
import type { Message } from "./place";
import { postpone, type Scope, suppress, type Terms } from "./sift";

/**
 * Whether a call that a vendor asked to have again may go now. It goes as it was or not at all, since the vendor may have it:
 * at night it waits as a whole (P13), and once nothing in it is true any more it is dropped. After a crash it is repeated at once.
 */
export async function mayGoAgain(scope: Scope, batch: readonly Message[], { gym, stillTrue }: Terms): Promise<boolean> {
  if (batch.some(({ state }) => state !== "queued")) return true;
  const ids = batch.map(({ id }) => id);
  const contacts = await contactsOf(scope, [...new Set(batch.flatMap(({ member_id }) => member_id ?? []))]);
  const times = batch.flatMap((message) => {
    const contact = contacts.get(message.member_id ?? "");
    return contact ? [sendAfter(message, contact.time_zone, gym)] : [];
  });
  const latest = times.sort(Temporal.Instant.compare).at(-1);
  if (latest && !latest.equals(scope.now)) {
    await postpone(scope, ids, latest);
    return false;
  }
  const holding = await stillTrue(scope, batch);
  if (holding.size > 0) return true;
  await suppress(scope, ids, "no_longer_true");
  return false;
}
