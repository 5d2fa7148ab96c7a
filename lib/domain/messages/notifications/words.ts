import { and, eq } from "drizzle-orm";
import { messageTemplates } from "@/db/schema";
import type { Words } from "@/lib/domain/message-definition";
import { defaultText } from "@/lib/domain/messages/default-texts/default-text";
import type { Ctx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { type Language, languages, type MessageKind } from "@/lib/values/notifications";

export type Template = Words & { content_sid: string | null };
export type WordsFor = (channel: Channel, language: Language) => Template;

/** A kind's texts in force, the organization's own before the default ones. */
export async function wordsOf(
  { db, organization_id }: Pick<Ctx<unknown>, "db" | "organization_id">,
  kind: MessageKind,
): Promise<WordsFor> {
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

/** The language of a gym's own locale where there are texts in it. */
export function languageOfGym(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return languages.find((known) => known === language) ?? "en";
}
