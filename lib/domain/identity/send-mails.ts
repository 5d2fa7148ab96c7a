import { eq, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { outboxMails } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import { openInstallationMail } from "@/lib/domain/messages/providers";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { log } from "@/lib/kernel/log";
import { finishBeforeShutdown, isShuttingDown } from "@/lib/kernel/shutdown";
import { renderMail } from "@/lib/providers/email/layout";
import { nextAttemptAt } from "@/lib/values/back-off";
import type { SendOutcome } from "@/lib/values/delivery";

const leaseMinutes = 5;
const productBrand = { name: "FitFlow Pro", colour: "#0d6b68", logo_url: null };

type Mail = typeof outboxMails.$inferSelect;
type Vendor = NonNullable<ReturnType<typeof openInstallationMail>>;

/** Sends a new mail immediately after an operation. A job sends what remains. */
export function sendMailsSoon(): void {
  const work = sendWaitingMails(systemClock).catch((error: Error) =>
    log().error({ err: error }, "account mails were not sent"),
  );
  void finishBeforeShutdown("jobs", work);
}

/** Sends one mail after the other: claim, call, settle. Returns the number that the vendor accepted. */
export async function sendWaitingMails(clock: Clock): Promise<number> {
  const vendor = openInstallationMail();
  if (!vendor) return 0;
  let sent = 0;
  while (!isShuttingDown()) {
    const mail = await claimNext(vendor, clock);
    if (!mail) return sent;
    if (mail.state === "unknown") continue;
    const outcome = await callVendor(vendor, mail);
    await settle(mail, outcome, clock);
    if (outcome.outcome === "accepted") sent += 1;
    if (outcome.outcome === "later" || outcome.outcome === "misconfigured") return sent;
  }
  return sent;
}

/** An expired claim is repeated with the same key if the vendor supports it; otherwise the state becomes unknown. */
async function claimNext({ provider }: Vendor, clock: Clock): Promise<Mail | undefined> {
  const now = clock.now();
  const next = sql`(select id from outbox_mails where state in ('queued', 'sending') and send_after <= ${now.toString()}::timestamptz
    and (claimed_until is null or claimed_until <= ${now.toString()}::timestamptz)
    order by send_after, id limit 1 for update skip locked)`;
  const [mail] = await inIdentity(null, (db) =>
    db
      .update(outboxMails)
      .set({
        state: provider.is_idempotent
          ? "sending"
          : sql`case ${outboxMails.state} when 'sending' then 'unknown' else 'sending' end`,
        claimed_until: now.add({ minutes: leaseMinutes }).toString(),
        attempts: sql`${outboxMails.attempts} + 1`,
        vendor: provider.name,
      })
      .where(eq(outboxMails.id, next))
      .returning(),
  );
  return mail;
}

async function callVendor(
  { provider, from }: Vendor,
  { id, to_email, subject, text_body, language, button_label, brand }: Mail,
): Promise<SendOutcome> {
  const rendered = await renderMail({
    brand: { ...(brand ?? productBrand), address: null },
    language,
    subject,
    ...withButton(text_body, button_label),
  });
  const mail = { id, to: to_email, from, reply_to: null, subject, headers: {}, attachments: [], ...rendered };
  const [outcome] = await provider.send([mail], id);
  return outcome ?? { outcome: "unknown", message: "The provider returned no outcome" };
}

/** The address that stands alone in its paragraph becomes the button. */
function withButton(text: string, label: string | null): Pick<Parameters<typeof renderMail>[0], "body" | "button"> {
  const parts = text.trim().split("\n\n");
  const url = parts.find((part) => /^https?:\/\/\S+$/.test(part));
  if (!label || !url) return { body: text };
  return { body: parts.filter((part) => part !== url).join("\n\n"), button: { label, url } };
}

async function settle(mail: Mail, outcome: SendOutcome, clock: Clock): Promise<void> {
  const now = clock.now();
  if (outcome.outcome === "misconfigured")
    log().error({ answer: outcome.message }, "the mail provider rejects the credentials");
  const settled = settlement(mail, outcome, now);
  // Account mails have no organization to notify: the user requests another link, and the operator reads the log.
  if (settled.state === "failed")
    log().error({ mail_id: mail.id, answer: settled.detail }, "an account mail was given up");
  await inIdentity(null, (db) =>
    db
      .update(outboxMails)
      .set({ claimed_until: null, ...settled })
      .where(eq(outboxMails.id, mail.id)),
  );
}

function settlement(mail: Mail, outcome: SendOutcome, now: Temporal.Instant): Partial<Mail> {
  if (outcome.outcome === "accepted") {
    const { provider_message_id } = outcome;
    return { state: "sent", text_body: "", sent_at: now.toString(), provider_message_id, detail: null };
  }
  const detail = outcome.message;
  if (outcome.outcome === "rejected") return { state: "failed", text_body: "", detail };
  if (outcome.outcome === "unknown") return { state: "unknown", text_body: "", detail };
  const retry_after_ms = outcome.outcome === "later" ? outcome.retry_after_ms : null;
  const at = nextAttemptAt(now, Temporal.Instant.from(mail.created_at), mail.attempts, retry_after_ms);
  return at ? { state: "queued", send_after: at.toString(), detail } : { state: "failed", text_body: "", detail };
}
