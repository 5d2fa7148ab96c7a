import { and, eq } from "drizzle-orm";
import { messageTemplates } from "@/db/schema";
import type { Words } from "@/lib/domain/message-definition";
import { defaultText } from "@/lib/domain/messages/default-texts/default-text";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { type Language, languages, type MessageKind } from "@/lib/values/notifications";

export type Template = Words & { content_sid: string | null };
export type TemplateFor = (channel: Channel, language: Language) => Template;

/** The templates of a kind: the organization's own, otherwise the defaults. */
export async function templatesOf({ db, organization_id }: TenantCtx, kind: MessageKind): Promise<TemplateFor> {
  const own = await db
    .select()
    .from(messageTemplates)
    .where(and(eq(messageTemplates.organization_id, organization_id), eq(messageTemplates.kind, kind)));
  return (channel, language) =>
    own.find((row) => row.channel === channel && row.language === language) ?? {
      ...defaultText(kind, channel, language),
      content_sid: null,
    };
}

/** The language of the organization's locale if texts exist in it, otherwise English. */
export function defaultLanguage(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return languages.find((known) => known === language) ?? "en";
}
