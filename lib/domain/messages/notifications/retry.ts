import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notifications";
import { contactsOf, reasonAgainst } from "@/lib/domain/messages/contacts";
import { messageQueued } from "@/lib/domain/messages/events";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { messageKind } from "@/lib/values/notifications";
import { type Draft, draftOn } from "./compose";
import { explain } from "./explanation";
import { gymOf } from "./gym";
import { laneOf } from "./queue";
import { getMessageRow, readMessage, toMessage } from "./read";
import { wordsOf } from "./words";

type Message = typeof messages.$inferSelect;

const retried = new Set<Message["state"]>(["held", "failed", "unknown"]);

/** From the beginning: to the address as it is now, under a key of its own. */
const fresh = {
  reason: null,
  detail: null,
  attempts: 0,
  tried_since: null,
  claimed_until: null,
  batch_id: null,
  vendor: null,
  provider_message_id: null,
  cost_amount: null,
  cost_currency: null,
  sent_at: null,
  ended_at: null,
};

export const retryMessage = operation(contracts.retryMessage, async (ctx, { id }) => {
  const { db, organization_id } = ctx;
  const own = and(eq(messages.organization_id, organization_id), eq(messages.id, id));
  await db.select({ id: messages.id }).from(messages).where(own).for("update");
  const message = await getMessageRow(ctx, id);
  if (!retried.has(message.state)) {
    throw new Problem("conflict", "Only a message that is held, failed or unclear can be sent again.");
  }
  const { to_address, to_name, send_after, subject, body, content, variables } = await writtenAnew(ctx, message);
  const words = message.state === "held" ? { subject, body, content, variables } : {};
  await db
    .update(messages)
    .set({ ...fresh, ...words, to_address, to_name, send_after, state: "queued" })
    .where(own);
  const { channel, category, state } = message;
  ctx.emit(messageQueued, { channel, lane: laneOf(category) });
  ctx.audit({ target_type: "message", target_id: id, before: { state }, after: { state: "queued" } });
  return toMessage(await readMessage(ctx, id));
});

/** Throws what still stands in the way. */
async function writtenAnew(ctx: Ctx, message: Message): Promise<Draft> {
  const { channel, kind, category, member_id, event_key, link, variables, language } = message;
  const contact = member_id ? (await contactsOf(ctx, [member_id])).get(member_id) : undefined;
  if (!contact) throw new Problem("conflict", "This message belongs to no member. Send a new test instead.");
  const against = reasonAgainst(contact, channel, category);
  if (against) throw new Problem("conflict", explain(against, null) ?? "The member cannot be reached on this channel.");
  const known = messageKind.safeParse(kind);
  const { subject, body } = message;
  const wordsFor = known.success ? await wordsOf(ctx, known.data) : () => ({ subject, body, content_sid: null });
  const recipient = { member_id: contact.member_id, event_key, variables: {}, link, language };
  const gym = gymOf(ctx);
  const letter = { kind, category, channels: [channel], wordsFor };
  const now_known = draftOn(channel, letter, contact, recipient, gym).variables;
  const draft = draftOn(channel, letter, contact, { ...recipient, values: { ...variables, ...now_known } }, gym);
  if (message.state === "held" && draft.state === "held")
    throw new Problem("conflict", explain("missing_variable", draft.detail ?? null) ?? "");
  return draft;
}
