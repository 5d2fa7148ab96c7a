import { sql } from "drizzle-orm";
import { messages } from "@/db/schema";
import { addresseeKey, addresseeOf, contactsOfAll, suppressionReason } from "@/lib/domain/messages/contacts";
import { messageQueued } from "@/lib/domain/messages/events";
import { draftOn, type MessageContent } from "@/lib/domain/messages/notifications/compose";
import { messageContext } from "@/lib/domain/messages/notifications/message-context";
import { laneOf } from "@/lib/domain/messages/notifications/queue";
import { type TemplateFor, templatesOf } from "@/lib/domain/messages/notifications/templates-of";
import { type DomainEvent, eventOf } from "@/lib/kernel/events";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import type { MessageKind } from "@/lib/values/notifications";
import { messageKind } from "@/lib/values/schemas/notifications";
import type { Message } from "./queue";

/** P12: creates failed messages again on their next open channel. Returns the events that send them. */
export async function fallBack(ctx: OrganizationCtx, failed: readonly Message[]): Promise<DomainEvent[]> {
  const delivered = await deliveredOnOtherChannel(ctx, failed);
  const waiting = failed.filter(
    (message) => message.other_channels.length > 0 && addresseeOf(message) !== null && !delivered.has(message.id),
  );
  if (waiting.length === 0) return [];
  const context = messageContext(ctx);
  const contacts = await contactsOfAll(
    ctx,
    waiting.flatMap((message) => addresseeOf(message) ?? []),
  );
  const events: DomainEvent[] = [];
  for (const message of waiting) {
    const addressee = addresseeOf(message);
    const contact = addressee && contacts.get(addresseeKey(addressee));
    if (!contact) continue;
    const open = message.other_channels.filter((channel) => !suppressionReason(contact, channel, message.category));
    const [channel, ...other_channels] = open;
    if (!channel) continue;
    const { kind, category, bulk_id, created_by, event_key, link, variables: values, language } = message;
    const content: MessageContent = {
      kind,
      category,
      channels: open,
      templateFor: await templateOf(ctx, message),
      created_by,
      ...(bulk_id && { bulk_id }),
    };
    const recipient = { event_key, link, values, language };
    const { about_id, about_on } = message;
    const draft = { ...draftOn(channel, content, contact, recipient, context), about_id, about_on, other_channels };
    const { organization_id } = ctx;
    const written = await ctx.db
      .insert(messages)
      .values({ organization_id, ...draft })
      .onConflictDoNothing()
      .returning({ state: messages.state });
    if (written[0]?.state === "queued") events.push(eventOf(messageQueued, { channel, lane: laneOf(category) }));
  }
  return events;
}

/** A kind has a template for each channel. A text written by hand is sent unchanged. */
function templateOf(ctx: OrganizationCtx, { kind, subject, body }: Message): Promise<TemplateFor> | TemplateFor {
  const parsed = messageKind.safeParse(kind);
  if (parsed.success) return templatesOf(ctx, parsed.data as MessageKind);
  return () => ({ subject, body, content_sid: null });
}

/** Reports may arrive late: a message delivered on an earlier channel is not sent on a third one. */
async function deliveredOnOtherChannel(
  { db, organization_id }: OrganizationCtx,
  failed: readonly Message[],
): Promise<ReadonlySet<string>> {
  if (failed.length === 0) return new Set();
  const { rows } = await db.execute<{ id: string }>(sql`
    select failed.id from messages failed
    where failed.organization_id = ${organization_id} and failed.id = any(${sql.param(failed.map(({ id }) => id))}::uuid[])
      and exists (
        select 1 from messages m where m.organization_id = failed.organization_id and m.event_key = failed.event_key
          and m.recipient_key = failed.recipient_key and m.state = 'delivered')`);
  return new Set(rows.map(({ id }) => id));
}
