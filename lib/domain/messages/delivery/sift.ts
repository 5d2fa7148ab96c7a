import { and, eq, inArray } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { messages } from "@/db/schema";
import { type Contact, contactsOf, reasonAgainst } from "@/lib/domain/messages/contacts";
import { type Gym, sendAfter } from "@/lib/domain/messages/notifications/compose";
import type { Ctx } from "@/lib/kernel/operation";
import type { MessageReason } from "@/lib/values/notifications";
import type { Message, StillTrue } from "./place";
import { hasChanged, type Recounted, recount } from "./recount";

type Moved = { id: string; contact: Contact; address: string };
export type Scope = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "now">;
export type Terms = { gym: Gym; stillTrue: StillTrue };

/**
 * A message may have waited for hours: who has said STOP meanwhile gets nothing (P4), and advertising whose turn comes at night
 * waits for the morning (P6), also at the second try. So does what goes out by the clock, and it only says what is true by then
 * (P13). What a vendor may have already is past this. `stranded` leads nowhere any more on its channel: it may be said on
 * another.
 */
export async function sift(
  scope: Scope,
  waiting: readonly Message[],
  { gym, stillTrue }: Terms,
): Promise<{ fit: Message[]; stranded: Message[] }> {
  const asked = waiting.filter(({ state, member_id }) => state === "queued" && member_id !== null);
  const contacts = await contactsOf(scope, [...new Set(asked.map(({ member_id }) => member_id as string))]);
  const holding = await stillTrue(scope, asked);
  const refused = new Map<MessageReason, string[]>();
  const stranded: Message[] = [];
  const later = new Map<string, string[]>();
  const moved: Moved[] = [];
  const recounted: Recounted[] = [];
  const fit = waiting.filter((message) => {
    const contact = contacts.get(message.member_id ?? "");
    if (!contact || message.state !== "queued") return true;
    const reason = reasonAgainst(contact, message.channel, message.category);
    if (reason === "no_address" || reason === "blocked_address") stranded.push(message);
    if (reason) return put(refused, reason, message.id);
    const counts = holding.get(message.id);
    if (!counts) return put(refused, "no_longer_true", message.id);
    const { address } = contact.reach[message.channel];
    if (address !== null && address !== message.to_address) moved.push({ id: message.id, contact, address });
    const at = sendAfter(message, contact.time_zone, gym);
    if (!at.equals(scope.now)) return put(later, at.toString(), message.id);
    if (hasChanged(message, counts)) recounted.push({ message, contact, counts });
    return true;
  });
  for (const [reason, ids] of refused) await suppress(scope, ids, reason);
  for (const [at, ids] of later) await postpone(scope, ids, at);
  for (const one of moved) await readdress(scope, one);
  for (const one of recounted) await recount(scope, one, gym);
  return { fit, stranded };
}

function put<Key>(groups: Map<Key, string[]>, key: Key, id: string): false {
  groups.set(key, [...(groups.get(key) ?? []), id]);
  return false;
}

const these = ({ organization_id }: Scope, ids: string[]) =>
  and(eq(messages.organization_id, organization_id), inArray(messages.id, ids));

/** What went wrong at the old address, a STOP among it, is about that address: the message goes where the member is now. */
async function readdress(scope: Scope, { id, contact, address }: Moved): Promise<void> {
  await scope.db
    .update(messages)
    .set({ to_address: address, to_name: contact.to_name })
    .where(these(scope, [id]));
}

export async function suppress(scope: Scope, ids: string[], reason: MessageReason): Promise<void> {
  await scope.db
    .update(messages)
    .set({ state: "suppressed", reason, ended_at: scope.now.toString() })
    .where(these(scope, ids));
}

export async function postpone(scope: Scope, ids: string[], send_after: Temporal.Instant | string): Promise<void> {
  await scope.db.update(messages).set({ send_after: send_after.toString() }).where(these(scope, ids));
}
