import type { Sender } from "@/lib/providers/sender";
import type { Attachment } from "@/lib/values/delivery";

export type Mail = {
  /** Our message id. The vendor returns it with its reports if it supports metadata. */
  id: string;
  to: string;
  from: { name: string; email: string };
  reply_to: string | null;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: readonly Attachment[];
};

export type EmailProvider = Sender<Mail>;
