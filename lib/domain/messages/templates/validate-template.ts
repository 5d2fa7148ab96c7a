import { throwFieldErrors, variableErrors } from "@/lib/domain/messages/notifications";
import type { Channel } from "@/lib/values/delivery";

type TemplateText = { subject: string; body: string; content_sid: string | null };

export function validateTemplate(
  { subject, body, content_sid }: TemplateText,
  channel: Channel,
  known: readonly string[],
): void {
  const errors = variableErrors({ subject, body }, known);
  if (channel === "email" && subject === "") errors.push({ field: "subject", message: "An e-mail needs a subject" });
  if (channel !== "whatsapp" && content_sid !== null)
    errors.push({ field: "content_sid", message: "Only WhatsApp messages can use an approved template" });
  throwFieldErrors(errors);
}
