import { contactsOf } from "@/lib/domain/messages/contacts";
import type { Ctx } from "@/lib/kernel/operation";
import { type MessageKind, messageKinds } from "@/lib/values/notifications";
import { type About, compose, type Letter, type Recipient } from "./compose";
import { gymOf } from "./gym";
import { type Queued, queueMessages } from "./queue";
import { ruleOf } from "./rules";
import { wordsOf } from "./words";

type Sending = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "now" | "emit">;

export type News<Kind extends MessageKind> = {
  member_id: string;
  /** P1: what it tells of, such as `membership_expiring:<membership>:<last day>:7`. Said once to each member, whoever says it again. */
  event_key: string;
  /** A name that ends in _on takes a calendar day as 2026-03-12. What is null or empty holds the message (P8). */
  variables: Record<(typeof messageKinds)[Kind]["variables"][number], string | number | null>;
  /** P13: what has to be true still when the message goes out; each kind says in `reminders/still-true.ts` how it asks. */
  about?: About;
  /** What the button opens; undefined: the member's own page, null: no button. */
  link?: string | null;
};

/** Inside an operation: writes down what the members are to be told, on the channel and in the language of each. */
export async function notify<Kind extends MessageKind>(
  ctx: Sending,
  kind: Kind,
  news: readonly News<Kind>[],
  options: Pick<Letter, "hours"> = {},
): Promise<Queued & { is_on: boolean }> {
  const { is_on, channels } = await ruleOf(ctx, kind);
  if (!is_on || news.length === 0) return { is_on, queued: 0, held: 0, suppressed: 0, already: 0 };
  const { category } = messageKinds[kind];
  const written = await writeTo(
    ctx,
    { kind, category, channels, wordsFor: await wordsOf(ctx, kind), ...options },
    news,
  );
  return { is_on, ...written };
}

/** The same for words of any origin, such as a bulk message's. Whoever is not of the organization gets nothing. */
export async function writeTo(ctx: Sending, letter: Letter, recipients: readonly Recipient[]): Promise<Queued> {
  const [gym, contacts] = await Promise.all([
    gymOf(ctx),
    contactsOf(
      ctx,
      recipients.map(({ member_id }) => member_id),
    ),
  ]);
  const drafts = recipients.flatMap((recipient) => {
    const contact = contacts.get(recipient.member_id);
    return contact ? [compose(letter, contact, recipient, gym)] : [];
  });
  return queueMessages(ctx, drafts);
}
