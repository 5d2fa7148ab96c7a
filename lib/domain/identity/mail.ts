import { outboxMails } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { installationMail } from "@/lib/domain/messages/providers";
import { env } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { oneLine } from "@/lib/values/message-text";

export type AccountMail = { to: string; subject: string; text: string };

/** Stores the mail in the transaction of its cause, so that neither exists without the other. */
export async function postMail(db: Database, mail: AccountMail): Promise<void> {
  const subject = oneLine(mail.subject);
  const is_sent = installationMail() !== null;
  await db.insert(outboxMails).values({
    to_email: mail.to,
    subject,
    text_body: mail.text,
    ...(is_sent ? { state: "queued", vendor: null } : { state: "sent", vendor: "local" }),
  });
  if (!is_sent) log().info({ outbox: link("/outbox") }, "mail stored in the local outbox");
}

export function link(path: string, query: Record<string, string> = {}): string {
  const url = new URL(path, env().PUBLIC_URL);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
