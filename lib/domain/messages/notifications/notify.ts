import { type Addressee, addresseeKey, contactsOfAll } from "@/lib/domain/messages/contacts";
import type { Ctx } from "@/lib/kernel/operation";
import type { Variable } from "@/lib/values/message-variables";
import { type MessageKind, messageKinds } from "@/lib/values/notifications";
import { compose, type MessageContent, type MessageFact, type Recipient } from "./compose";
import { messageContext } from "./message-context";
import { type Queued, queueMessages } from "./queue";
import { ruleOf } from "./rules";
import { templatesOf } from "./templates-of";

type NotifyCtx = Pick<Ctx<unknown>, "db" | "organization" | "organization_id" | "now" | "emit">;

export type NotificationInput<Kind extends MessageKind> = Addressee & {
  /** P1: identifies the event, such as `membership_expiring:<membership>:<last day>:7`. Each recipient gets one message per key. */
  event_key: string;
  /** Names that end in _on take a date such as 2026-03-12. A null or empty value holds the message (P8). */
  variables: Record<(typeof messageKinds)[Kind]["variables"][number], Exclude<Variable, undefined>>;
  /** P13: the fact that is checked again before sending; see `reminders/validity-conditions.ts`. */
  about?: MessageFact;
  /** The button's link; undefined: the member's own page, null: no button. */
  link?: string | null;
};

/** Inside an operation: creates messages of a kind, in the channel and language of each recipient. */
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

/** The same for any content, such as a bulk message. Skips recipients of other organizations. */
export async function queueFor(
  ctx: NotifyCtx,
  content: MessageContent,
  recipients: readonly Recipient[],
): Promise<Queued> {
  const [context, contacts] = await Promise.all([messageContext(ctx), contactsOfAll(ctx, recipients)]);
  const drafts = recipients.flatMap((recipient) => {
    const contact = contacts.get(addresseeKey(recipient));
    return contact ? [compose(content, contact, recipient, context)] : [];
  });
  return queueMessages(ctx, drafts);
}
