import { and, eq, inArray } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { messages } from "@/db/schema";
import {
  addresseeKey,
  addresseeOf,
  type Contact,
  contactsOfAll,
  suppressionReason,
} from "@/lib/domain/messages/contacts";
import { type MessageContext, sendAfter } from "@/lib/domain/messages/notifications/compose";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { MessageReason } from "@/lib/values/notifications";
import type { FilterValid, Message } from "./queue";
import { changedValues, type TextUpdate, updateText } from "./update-text";

type AddressChange = { id: string; contact: Contact; address: string };
export type DeliveryContext = { context: MessageContext; filterValid: FilterValid };

/**
 * Checks waiting messages again right before they are sent: consent and STOP (P4), quiet hours (P6), message hours and validity
 * (P13). Repeated calls are not checked, because the vendor may have accepted them. `unreachable`: messages that may go to
 * another channel.
 */
export async function filterDeliverable(
  ctx: OrganizationCtx,
  waiting: readonly Message[],
  { context, filterValid }: DeliveryContext,
): Promise<{ deliverable: Message[]; unreachable: Message[] }> {
  const unsent = waiting.filter((message) => message.state === "queued" && addresseeOf(message) !== null);
  const contacts = await contactsOfAll(
    ctx,
    unsent.flatMap((message) => addresseeOf(message) ?? []),
  );
  const valid = await filterValid(ctx, unsent);
  const suppressed = new Map<MessageReason, string[]>();
  const unreachable: Message[] = [];
  const postponed = new Map<string, string[]>();
  const address_changes: AddressChange[] = [];
  const text_updates: TextUpdate[] = [];
  const deliverable = waiting.filter((message) => {
    const addressee = addresseeOf(message);
    const contact = addressee && contacts.get(addresseeKey(addressee));
    if (!contact || message.state !== "queued") return true;
    const reason = suppressionReason(contact, message.channel, message.category);
    if (reason === "no_address" || reason === "blocked_address") unreachable.push(message);
    if (reason) return addTo(suppressed, reason, message.id);
    const variables = valid.get(message.id);
    if (!variables) return addTo(suppressed, "no_longer_true", message.id);
    const { address } = contact.endpoints[message.channel];
    if (address !== null && address !== message.to_address) address_changes.push({ id: message.id, contact, address });
    const at = sendAfter(message, contact.time_zone, context);
    if (!at.equals(ctx.now)) return addTo(postponed, at.toString(), message.id);
    const changed = changedValues(message, contact, variables, context);
    if (changed) text_updates.push({ message, contact, changed });
    return true;
  });
  for (const [reason, ids] of suppressed) await suppress(ctx, ids, reason);
  for (const [at, ids] of postponed) await postpone(ctx, ids, at);
  for (const one of address_changes) await readdress(ctx, one);
  for (const one of text_updates) await updateText(ctx, one, context);
  return { deliverable, unreachable };
}

function addTo<Key>(groups: Map<Key, string[]>, key: Key, id: string): false {
  groups.set(key, [...(groups.get(key) ?? []), id]);
  return false;
}

const withIds = ({ organization_id }: OrganizationCtx, ids: string[]) =>
  and(eq(messages.organization_id, organization_id), inArray(messages.id, ids));

/** Blocks and failures belong to the old address. The message goes to the member's current one. */
async function readdress(ctx: OrganizationCtx, { id, contact, address }: AddressChange): Promise<void> {
  await ctx.db
    .update(messages)
    .set({ to_address: address, to_name: contact.to_name })
    .where(withIds(ctx, [id]));
}

export async function suppress(ctx: OrganizationCtx, ids: string[], reason: MessageReason): Promise<void> {
  await ctx.db
    .update(messages)
    .set({ state: "suppressed", reason, ended_at: ctx.now.toString() })
    .where(withIds(ctx, ids));
}

export async function postpone(
  ctx: OrganizationCtx,
  ids: string[],
  send_after: Temporal.Instant | string,
): Promise<void> {
  await ctx.db.update(messages).set({ send_after: send_after.toString() }).where(withIds(ctx, ids));
}
