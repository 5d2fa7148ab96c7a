import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { Contact } from "@/lib/domain/messages/contacts";
import { draftOn, type MessageContext } from "@/lib/domain/messages/notifications/compose";
import { templatesOf } from "@/lib/domain/messages/notifications/templates-of";
import { textsOf, wordsFor } from "@/lib/domain/messages/notifications/variables";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { Variables } from "@/lib/values/message-variables";
import { messageKind } from "@/lib/values/schemas/notifications";
import type { Message } from "./queue";

type Values = Readonly<Record<string, string>>;
export type TextUpdate = { message: Message; contact: Contact; changed: Values };

/** The values of today, if they differ from those in the text. */
export function changedValues(
  { variables, language }: Message,
  { time_zone }: Contact,
  current: Variables,
  context: MessageContext,
): Values | null {
  const changed = textsOf(current, wordsFor(language, time_zone, context));
  return Object.entries(changed).some(([name, text]) => variables[name] !== text) ? changed : null;
}

/** P13: updates what changed meanwhile, such as "3 days left", in a message that has waited. The rest of the text is unchanged. */
export async function updateText(
  { db, organization_id }: TenantCtx,
  { message, contact, changed }: TextUpdate,
  context: MessageContext,
): Promise<void> {
  const { channel, category, event_key, language, link } = message;
  const kind = messageKind.parse(message.kind);
  const spec = { kind, category, channels: [channel], templateFor: await templatesOf({ db, organization_id }, kind) };
  const values = { ...message.variables, ...changed };
  const recipient = { event_key, link, language, values };
  const { subject, body, content, variables } = draftOn(channel, spec, contact, recipient, context);
  await db
    .update(messages)
    .set({ subject, body, content, variables })
    .where(and(eq(messages.organization_id, organization_id), eq(messages.id, message.id)));
}
