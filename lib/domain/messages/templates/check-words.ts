import { nameFaults, refuseFaults } from "@/lib/domain/messages/notifications";
import type { Channel } from "@/lib/values/delivery";

type Words = { subject: string; body: string; content_sid: string | null };

export function refuseWords({ subject, body, content_sid }: Words, channel: Channel, known: readonly string[]): void {
  const faults = nameFaults({ subject, body }, known);
  if (channel === "email" && subject === "") faults.push({ field: "subject", message: "Give the mail a subject" });
  if (channel !== "whatsapp" && content_sid !== null)
    faults.push({ field: "content_sid", message: "Only WhatsApp has templates that are approved beforehand" });
  refuseFaults(faults);
}
