import { contactsOf } from "@/lib/domain/messages/contacts";
import type { Ctx } from "@/lib/kernel/operation";
import { type MessageKind, messageKinds } from "@/lib/values/notifications";
import { compose, type MessageContent, type MessageFact, type Recipient } from "./compose";
import { messageContext } from "./message-context";
import { type Queued, queueMessages } from "./queue";
import { ruleOf } from "./rules";
import { templatesOf } from "./templates-of";

type NotifyCtx = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "now" | "emit">;

export type NotificationInput<Kind extends MessageKind> = {
  member_id: string;
  /** P1: identifies the event, such as `membership_expiring:<membership>:<last day>:7`. Each member gets one message per key. */
  event_key: string;
  /** Names that end in _on take a date such as 2026-03-12. A null or empty value holds the message (P8). */
  variables: Record<(typeof messageKinds)[Kind]["variables"][number], string | number | null>;
  /** P13: the fact that is checked again before sending; see `reminders/validity-conditions.ts`. */
  about?: MessageFact;
  /** The button's link; undefined: the member's own page, null: no button. */
  link?: string | null;
};

/** Inside an operation: creates messages of a kind, in the channel and language of each member. */
export async function notify<Kind extends MessageKind>(
  ctx: NotifyCtx,
  kind: Kind,
  notifications: readonly NotificationInput<Kind>[],
  options: Pick<MessageContent, "hours"> = {},
): Promise<Queued & { is_on: boolean }> {
  const { is_on, channels } = await ruleOf(ctx, kind);
  if (!is_on || notifications.length === 0) return { is_on, queued: 0, held: 0, suppressed: 0, already: 0 };
  const { category } = messageKinds[kind];
  const counts = await queueFor(
    ctx,
    { kind, category, channels, templateFor: await templatesOf(ctx, kind), ...options },
    notifications,
  );
  return { is_on, ...counts };
}

/** The same for any content, such as a bulk message. Skips members of other organizations. */
export async function queueFor(
  ctx: NotifyCtx,
  content: MessageContent,
  recipients: readonly Recipient[],
): Promise<Queued> {
  const [context, contacts] = await Promise.all([
    messageContext(ctx),
    contactsOf(
      ctx,
      recipients.map(({ member_id }) => member_id),
    ),
  ]);
  const drafts = recipients.flatMap((recipient) => {
    const contact = contacts.get(recipient.member_id);
    return contact ? [compose(content, contact, recipient, context)] : [];
  });
  return queueMessages(ctx, drafts);
}
