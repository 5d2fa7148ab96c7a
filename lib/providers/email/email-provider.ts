import type { Sender } from "@/lib/providers/sender";

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
};

export type EmailProvider = Sender<Mail>;
