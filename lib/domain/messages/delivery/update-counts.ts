import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { Contact } from "@/lib/domain/messages/contacts";
import { draftOn, type MessageContext } from "@/lib/domain/messages/notifications/compose";
import { templatesOf } from "@/lib/domain/messages/notifications/templates-of";
import type { TenantCtx } from "@/lib/kernel/operation";
import { messageKind } from "@/lib/values/schemas/notifications";
import type { Message } from "./queue";

type Counts = Readonly<Record<string, number>>;
export type CountUpdate = { message: Message; contact: Contact; counts: Counts };

export const hasChanged = ({ variables }: Message, counts: Counts): boolean =>
  Object.entries(counts).some(([name, count]) => variables[name] !== String(count));

/** P13: updates numbers such as "3 days left" in a message that has waited. The rest of the text is unchanged. */
export async function updateCounts(
  { db, organization_id }: TenantCtx,
  { message, contact, counts }: CountUpdate,
  context: MessageContext,
): Promise<void> {
  const { channel, category, event_key, language, link } = message;
  const kind = messageKind.parse(message.kind);
  const spec = { kind, category, channels: [channel], templateFor: await templatesOf({ db, organization_id }, kind) };
  const changed = Object.entries(counts).map(([name, count]) => [name, String(count)]);
  const values = { ...message.variables, ...Object.fromEntries(changed) };
  const recipient = { member_id: contact.member_id, event_key, link, language, values };
  const { subject, body, content, variables } = draftOn(channel, spec, contact, recipient, context);
  await db
    .update(messages)
    .set({ subject, body, content, variables })
    .where(and(eq(messages.organization_id, organization_id), eq(messages.id, message.id)));
}
