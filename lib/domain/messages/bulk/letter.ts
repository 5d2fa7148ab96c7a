import type { z } from "zod";
import type { bulkMessages } from "@/db/schema";
import type { createBulk } from "@/lib/contracts/messages/notification-bulk";
import { type Letter, refuseUnknownNames } from "@/lib/domain/messages/notifications";
import { invalid } from "@/lib/kernel/errors";

type Words = Pick<z.output<typeof createBulk.input>, "channel" | "category" | "subject" | "body" | "content_sid">;
type Row = typeof bulkMessages.$inferSelect;

export function checkWords({ channel, subject, body, content_sid }: Words): void {
  refuseUnknownNames({ subject, body });
  if (channel === "email" && subject === "") throw invalid("subject", "A mail needs a subject");
  if (content_sid !== undefined && channel !== "whatsapp")
    throw invalid("content_sid", "Only WhatsApp has templates of Twilio");
}

/** One channel, the same words in every language: they are the gym's own. */
export const letterOf = (words: Words | Row, of: Partial<Pick<Row, "id" | "created_by">> = {}): Letter => ({
  kind: "bulk",
  category: words.category,
  channels: [words.channel],
  wordsFor: () => ({ subject: words.subject, body: words.body, content_sid: words.content_sid ?? null }),
  ...(of.id ? { bulk_id: of.id } : {}),
  created_by: of.created_by ?? null,
});

/** P1: whoever has had it does not get it again, however often it is prepared. */
export const eventKeyOf = (id: string): string => `bulk:${id}`;
