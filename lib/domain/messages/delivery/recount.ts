import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { Contact } from "@/lib/domain/messages/contacts";
import { draftOn, type Gym } from "@/lib/domain/messages/notifications/compose";
import { wordsOf } from "@/lib/domain/messages/notifications/words";
import type { Ctx } from "@/lib/kernel/operation";
import { messageKind } from "@/lib/values/notifications";
import type { Message } from "./place";

type Counts = Readonly<Record<string, number>>;
export type Recounted = { message: Message; contact: Contact; counts: Counts };

export const hasChanged = ({ variables }: Message, counts: Counts): boolean =>
  Object.entries(counts).some(([name, count]) => variables[name] !== String(count));

/** P13: "3 days left" of a message that has waited since yesterday. Everything else stays as it was written. */
export async function recount(
  { db, organization_id }: Pick<Ctx<unknown>, "db" | "organization_id">,
  { message, contact, counts }: Recounted,
  gym: Gym,
): Promise<void> {
  const { channel, category, event_key, language, link } = message;
  const kind = messageKind.parse(message.kind);
  const letter = { kind, category, channels: [channel], wordsFor: await wordsOf({ db, organization_id }, kind) };
  const told = Object.entries(counts).map(([name, count]) => [name, String(count)]);
  const values = { ...message.variables, ...Object.fromEntries(told) };
  const recipient = { member_id: contact.member_id, event_key, link, language, values };
  const { subject, body, content, variables } = draftOn(channel, letter, contact, recipient, gym);
  await db
    .update(messages)
    .set({ subject, body, content, variables })
    .where(and(eq(messages.organization_id, organization_id), eq(messages.id, message.id)));
}
