import type { Sender } from "@/lib/providers/sender";

export type Mail = {
  /** Ours. It comes back with the vendor's reports where the vendor can carry it. */
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
