import { outboxMails } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { env } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";

export type AccountMail = { to: string; subject: string; text: string };

/** Kept in the transaction of what it tells about: no mail without its cause, no cause without its mail. */
export async function postMail(db: Database, mail: AccountMail): Promise<void> {
  const subject = mail.subject.replace(/\s+/g, " ");
  await db.insert(outboxMails).values({ to_email: mail.to, subject, text_body: mail.text });
  log().info({ to: mail.to, subject, outbox: link("/outbox") }, "mail kept in the local outbox");
}

export function link(path: string, query: Record<string, string> = {}): string {
  const url = new URL(path, env().PUBLIC_URL);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
