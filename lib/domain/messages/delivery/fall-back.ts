import { sql } from "drizzle-orm";
import { messages } from "@/db/schema";
import { contactsOf, reasonAgainst } from "@/lib/domain/messages/contacts";
import { messageQueued } from "@/lib/domain/messages/events";
import { draftOn, type Letter } from "@/lib/domain/messages/notifications/compose";
import { gymOf } from "@/lib/domain/messages/notifications/gym";
import { laneOf } from "@/lib/domain/messages/notifications/queue";
import { type WordsFor, wordsOf } from "@/lib/domain/messages/notifications/words";
import { type DomainEvent, eventOf } from "@/lib/kernel/events";
import type { Ctx } from "@/lib/kernel/operation";
import { type MessageKind, messageKind } from "@/lib/values/notifications";
import type { Message } from "./place";

type Scope = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "now">;

/** P12: what could not be said on one channel is said on the next that is open. Answers the events that send it off. */
export async function fallBack(scope: Scope, lost: readonly Message[]): Promise<DomainEvent[]> {
  const known = await deliveredOtherwise(scope, lost);
  const waiting = lost.filter(
    ({ id, other_channels, member_id }) => other_channels.length > 0 && member_id !== null && !known.has(id),
  );
  if (waiting.length === 0) return [];
  const gym = gymOf(scope);
  const contacts = await contactsOf(
    scope,
    waiting.map(({ member_id }) => member_id as string),
  );
  const events: DomainEvent[] = [];
  for (const message of waiting) {
    const contact = contacts.get(message.member_id ?? "");
    if (!contact) continue;
    const open = message.other_channels.filter((channel) => !reasonAgainst(contact, channel, message.category));
    const [channel, ...other_channels] = open;
    if (!channel) continue;
    const { kind, category, bulk_id, created_by, event_key, link, variables: values, language } = message;
    const letter: Letter = {
      kind,
      category,
      channels: open,
      wordsFor: await wordsAgain(scope, message),
      created_by,
      ...(bulk_id && { bulk_id }),
    };
    const recipient = { member_id: contact.member_id, event_key, link, values, language };
    const { about_id, about_on } = message;
    const draft = { ...draftOn(channel, letter, contact, recipient, gym), about_id, about_on, other_channels };
    const { organization_id } = scope;
    const written = await scope.db
      .insert(messages)
      .values({ organization_id, ...draft })
      .onConflictDoNothing()
      .returning({ state: messages.state });
    if (written[0]?.state === "queued") events.push(eventOf(messageQueued, { channel, lane: laneOf(category) }));
  }
  return events;
}

/** A kind has its words for each channel; what somebody wrote by hand stays as it was written. */
function wordsAgain(scope: Scope, { kind, subject, body }: Message): Promise<WordsFor> | WordsFor {
  const known = messageKind.safeParse(kind);
  if (known.success) return wordsOf(scope, known.data as MessageKind);
  return () => ({ subject, body, content_sid: null });
}

/** A report may come late: what has arrived on an earlier channel is not said on a third. */
async function deliveredOtherwise(
  { db, organization_id }: Scope,
  lost: readonly Message[],
): Promise<ReadonlySet<string>> {
  if (lost.length === 0) return new Set();
  const { rows } = await db.execute<{ id: string }>(sql`
    select lost.id from messages lost
    where lost.organization_id = ${organization_id} and lost.id = any(${sql.param(lost.map(({ id }) => id))}::uuid[])
      and exists (
        select 1 from messages m where m.organization_id = lost.organization_id and m.event_key = lost.event_key
          and m.recipient_key = lost.recipient_key and m.state = 'delivered')`);
  return new Set(rows.map(({ id }) => id));
}
