import { outboxMails } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { installationMail } from "@/lib/domain/messages/providers";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { env, isHttps } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { oneLine } from "@/lib/values/message-text";
import type { Language } from "@/lib/values/notifications";

export type AccountMail = {
  to: string;
  subject: string;
  text: string;
  language: Language;
  /** The label of the button for the address that stands alone in its paragraph. */
  button: string;
  /** In whose name it is sent; null: the product's. */
  gym: OrganizationCard | null;
};

/** Stores the mail in the transaction of its cause, so that neither exists without the other. */
export async function postMail(db: Database, mail: AccountMail): Promise<void> {
  await postMails(db, [mail]);
}

export async function postMails(db: Database, mails: readonly AccountMail[]): Promise<void> {
  if (mails.length === 0) return;
  const is_sent = installationMail() !== null;
  await db.insert(outboxMails).values(
    mails.map(({ to, subject, text, language, button, gym }) => ({
      to_email: to,
      subject: oneLine(subject),
      text_body: text,
      language,
      button_label: button,
      brand: gym && brandOf(gym),
      ...(is_sent ? { state: "queued" as const, vendor: null } : { state: "sent" as const, vendor: "local" }),
    })),
  );
  if (!is_sent) log().info({ outbox: link("/outbox") }, "mail stored in the local outbox");
}

/** Mail programs load the logo over the internet, so there is none without a public HTTPS address. */
function brandOf({ id, name, brand_color, logo_file_id }: OrganizationCard) {
  const logo_url = logo_file_id && isHttps() ? link(`/api/v1/organizations/${id}/logo`, { v: logo_file_id }) : null;
  return { name, colour: brand_color, logo_url };
}

export function link(path: string, query: Record<string, string> = {}): string {
  const url = new URL(path, env().PUBLIC_URL);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
