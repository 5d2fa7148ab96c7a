import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/notifications";
import { addresseeKey, addresseeOf, contactsOfAll, suppressionReason } from "@/lib/domain/messages/contacts";
import { messageQueued } from "@/lib/domain/messages/events";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { messageKind } from "@/lib/values/schemas/notifications";
import { type Draft, draftOn } from "./compose";
import { explain } from "./explanation";
import { messageContext } from "./message-context";
import { laneOf } from "./queue";
import { getMessageRow, readMessage, toMessage } from "./read";
import { templatesOf } from "./templates-of";

type Message = typeof messages.$inferSelect;

const retryableStates = new Set<Message["state"]>(["held", "failed", "unknown"]);

/** Resets delivery: the message goes to the current address with a new idempotency key. */
const resetColumns = {
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
  if (!retryableStates.has(message.state)) {
    throw new Problem("conflict", "Only a held, failed or unclear message can be sent again.");
  }
  const { to_address, to_name, send_after, subject, body, content, variables } = await composeAgain(ctx, message);
  const text = message.state === "held" ? { subject, body, content, variables } : {};
  await db
    .update(messages)
    .set({ ...resetColumns, ...text, to_address, to_name, send_after, state: "queued" })
    .where(own);
  const { channel, category, state } = message;
  ctx.emit(messageQueued, { channel, lane: laneOf(category) });
  ctx.audit({ target_type: "message", target_id: id, before: { state }, after: { state: "queued" } });
  return toMessage(await readMessage(ctx, id));
});

/** Throws if the message still cannot be sent. */
async function composeAgain(ctx: Ctx, message: Message): Promise<Draft> {
  const { channel, kind, category, event_key, link, variables, language } = message;
  const addressee = addresseeOf(message);
  const contact = addressee && (await contactsOfAll(ctx, [addressee])).get(addresseeKey(addressee));
  if (!contact) throw new Problem("conflict", "This message has no recipient. Send a new test message instead.");
  const suppression = suppressionReason(contact, channel, category);
  if (suppression)
    throw new Problem("conflict", explain(suppression, null) ?? "The recipient cannot be reached on this channel.");
  const known = messageKind.safeParse(kind);
  const { subject, body } = message;
  const templateFor = known.success ? await templatesOf(ctx, known.data) : () => ({ subject, body, content_sid: null });
  const recipient = { event_key, variables: {}, link, language };
  const context = messageContext(ctx);
  const content = { kind, category, channels: [channel], templateFor };
  const current_values = draftOn(channel, content, contact, recipient, context).variables;
  const draft = draftOn(
    channel,
    content,
    contact,
    { ...recipient, values: { ...variables, ...current_values } },
    context,
  );
  if (message.state === "held" && draft.state === "held")
    throw new Problem("conflict", explain("missing_variable", draft.detail ?? null) ?? "");
  return draft;
}
