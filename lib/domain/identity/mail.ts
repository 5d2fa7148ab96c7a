import { outboxMails } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { env } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import type { Mail } from "@/lib/providers/email/email-provider";
import { localOutbox } from "@/lib/providers/email/local-outbox";

/** Kept in the transaction of what it tells about: no mail without its cause, no cause without its mail. */
export async function postMail(db: Database, mail: Mail): Promise<void> {
  const outbox = localOutbox(async ({ to, subject, text }) => {
    await db.insert(outboxMails).values({ to_email: to, subject, text_body: text });
  });
  await outbox.send({ ...mail, subject: mail.subject.replace(/\s+/g, " ") });
  log().info({ to: mail.to, subject: mail.subject, outbox: link("/outbox") }, "mail kept in the local outbox");
}

export function link(path: string, query: Record<string, string> = {}): string {
  const url = new URL(path, env().PUBLIC_URL);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
