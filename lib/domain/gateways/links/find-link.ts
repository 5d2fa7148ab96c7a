import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { companies, invoices, members, paymentAttempts, paymentGateways, paymentLinks } from "@/db/schema";
import type { readPaymentLink } from "@/lib/contracts/gateways/payment-links";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { hashSecret } from "@/lib/kernel/keys";
import type { ClockCtx } from "@/lib/kernel/operation";

export type Bill = z.input<typeof readPaymentLink.output>;
type InvoiceRow = typeof invoices.$inferSelect;
type AttemptRow = typeof paymentAttempts.$inferSelect;
export type Link = {
  id: string;
  invoice: InvoiceRow;
  payer: string;
  expires_at: string;
  live: AttemptRow | null;
  is_live: boolean;
};

export const linkInvalid = () =>
  new Problem("link_invalid", "This link has expired or is not complete. Ask the gym for a new one.");

/** The link with its invoice. Expired, revoked and unknown links get the same answer, which shows no bill. */
export async function getLink({ db, organization_id, now }: ClockCtx, token: string): Promise<Link> {
  const [found] = await db
    .select({ link: paymentLinks, invoice: invoices, member: members, company: companies.name })
    .from(paymentLinks)
    .innerJoin(invoices, and(eq(invoices.organization_id, organization_id), eq(invoices.id, paymentLinks.invoice_id)))
    .leftJoin(members, and(eq(members.organization_id, organization_id), eq(members.id, invoices.payer_member_id)))
    .leftJoin(
      companies,
      and(eq(companies.organization_id, organization_id), eq(companies.id, invoices.payer_company_id)),
    )
    .where(and(eq(paymentLinks.organization_id, organization_id), eq(paymentLinks.token_hash, hashSecret(token))));
  if (!found || found.link.revoked_at || found.link.expires_at <= now.toString() || found.invoice.voided_at)
    throw linkInvalid();
  const { link, invoice, member, company } = found;
  const [attempt] = await db
    .select({ live: paymentAttempts, is_live: paymentGateways.is_live })
    .from(paymentAttempts)
    .innerJoin(
      paymentGateways,
      and(eq(paymentGateways.organization_id, organization_id), eq(paymentGateways.id, paymentAttempts.gateway_id)),
    )
    .where(
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.invoice_id, invoice.id),
        isNull(paymentAttempts.ended_at),
      ),
    );
  const payer =
    company ?? [member?.first_name, member?.last_name ? `${member.last_name.slice(0, 1)}.` : ""].join(" ").trim();
  return {
    ...{ id: link.id, invoice, payer, expires_at: link.expires_at },
    ...{ live: attempt?.live ?? null, is_live: attempt?.is_live ?? false },
  };
}

/** What the page shows of the bill. */
export function billOf(
  { name, brand_color }: OrganizationCard,
  { invoice, payer, expires_at, live, is_live }: Link,
): Bill {
  const is_collecting = live !== null && live.status !== "requires_action" && live.vendor_ref !== null;
  return {
    ...{ gym_name: name, brand_color, payer, invoice_number: invoice.number ?? "", due_on: invoice.due_on ?? "" },
    ...{ amount_minor: invoice.open_minor, currency: invoice.currency, expires_at, is_live },
    status: invoice.open_minor === 0 ? "paid" : is_collecting ? "processing" : "open",
  };
}
