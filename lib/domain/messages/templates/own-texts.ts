import { and, eq, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { messageTemplates } from "@/db/schema";
import type { template } from "@/lib/contracts/messages/notification-templates";
import { defaultText } from "@/lib/domain/messages/notifications";
import type { Ctx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { type Language, type MessageKind, memberVariables, messageKinds } from "@/lib/values/notifications";

export type Key = { kind: MessageKind; channel: Channel; language: Language };
export type OwnText = typeof messageTemplates.$inferSelect;
export const isText = (
  { organization_id }: Pick<Ctx, "organization_id">,
  { kind, channel, language }: Partial<Key>,
): SQL | undefined =>
  and(
    eq(messageTemplates.organization_id, organization_id),
    kind && eq(messageTemplates.kind, kind),
    channel && eq(messageTemplates.channel, channel),
    language && eq(messageTemplates.language, language),
  );

/** Locks the organization's own text until the transaction ends. */
export async function lockText({ db, organization_id }: Ctx<unknown>, key: Key): Promise<OwnText | undefined> {
  const [row] = await db.select().from(messageTemplates).where(isText({ organization_id }, key)).for("update");
  return row;
}

export const variablesOf = (kind: MessageKind): string[] => [...memberVariables, ...messageKinds[kind].variables];

/** The organization's own text, otherwise the default. */
export function toTemplate({ kind, channel, language }: Key, own: OwnText | undefined): z.input<typeof template> {
  const { subject, body } = own ?? defaultText(kind, channel, language);
  return {
    kind,
    channel,
    language,
    subject,
    body,
    content_sid: own?.content_sid ?? null,
    variables: variablesOf(kind),
    is_default: !own,
    updated_at: own?.updated_at ?? null,
    version: own?.version ?? 0,
  };
}
