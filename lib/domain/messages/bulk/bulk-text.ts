import type { z } from "zod";
import type { bulkMessages } from "@/db/schema";
import type { createBulk } from "@/lib/contracts/messages/notification-bulk";
import { type MessageContent, validateVariables } from "@/lib/domain/messages/notifications";
import { invalid } from "@/lib/kernel/errors";

type BulkText = Pick<z.output<typeof createBulk.input>, "channel" | "category" | "subject" | "body" | "content_sid">;
type Row = typeof bulkMessages.$inferSelect;

export function validateBulkText({ channel, subject, body, content_sid }: BulkText): void {
  validateVariables({ subject, body });
  if (channel === "email" && subject === "") throw invalid("subject", "An e-mail needs a subject");
  if (content_sid !== undefined && channel !== "whatsapp")
    throw invalid("content_sid", "Only WhatsApp messages can use a Twilio template");
}

/** One channel, and the same text in every language. */
export const bulkContent = (
  text: BulkText | Row,
  source: Partial<Pick<Row, "id" | "created_by">> = {},
): MessageContent => ({
  kind: "bulk",
  category: text.category,
  channels: [text.channel],
  templateFor: () => ({ subject: text.subject, body: text.body, content_sid: text.content_sid ?? null }),
  ...(source.id ? { bulk_id: source.id } : {}),
  created_by: source.created_by ?? null,
});

/** P1: each member gets it once, however often the messages are created. */
export const eventKeyOf = (id: string): string => `bulk:${id}`;
