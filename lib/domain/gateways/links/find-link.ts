import { and, eq } from "drizzle-orm";
import { invoices, paymentLinks } from "@/db/schema";
import { Problem } from "@/lib/kernel/errors";
import { hashSecret } from "@/lib/kernel/keys";
import type { ClockCtx } from "@/lib/kernel/operation";

/** What a link names. Saved methods are offered to its holder only if it was sent to the payer's own address. */
type Link = { invoice_id: string; payment_link_id: string; expires_at: string; offers_saved: boolean };

export const linkInvalid = () =>
  new Problem("link_invalid", "This link has expired or is not complete. Ask the gym for a new one.");

/** Expired, revoked and unknown links, and that of a voided invoice, get the same answer, which shows no bill. */
export async function getLink({ db, organization_id, now }: ClockCtx, token: string): Promise<Link> {
  const [found] = await db
    .select({ link: paymentLinks, voided_at: invoices.voided_at })
    .from(paymentLinks)
    .innerJoin(invoices, and(eq(invoices.organization_id, organization_id), eq(invoices.id, paymentLinks.invoice_id)))
    .where(and(eq(paymentLinks.organization_id, organization_id), eq(paymentLinks.token_hash, hashSecret(token))));
  if (!found || found.link.revoked_at || found.link.expires_at <= now.toString() || found.voided_at)
    throw linkInvalid();
  const { id: payment_link_id, invoice_id, expires_at, is_sent: offers_saved } = found.link;
  return { invoice_id, payment_link_id, expires_at, offers_saved };
}
