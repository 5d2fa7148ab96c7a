import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { invoices, paymentLinks } from "@/db/schema";
import * as contracts from "@/lib/contracts/gateways/payment-links";
import { inOrganizationOfToken } from "@/lib/domain/organization";
import { hashSecret } from "@/lib/kernel/keys";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { organizationInLink } from "./link-token";
import { writeToPayer } from "./send-link";
import { storeLink } from "./store-link";

/** A new link lasts as long as one that staff make. */
const validDays = 7;
/** An old link in other hands must not fill the payer's inbox. */
const limits = [
  { hours: 1, links: 1 },
  { hours: 24, links: 3 },
] as const;

/**
 * "Send me a new link" on the page of one that has expired. It goes to the payer's own address and nowhere else. The answer is always
 * the same, so that a link that was guessed, revoked or paid tells nothing.
 */
export const renewPaymentLink = inOrganizationOfToken(
  operation(contracts.renewPaymentLink, async (ctx, { token }) => {
    const renewed = ctx.caller.organization ? await renew(ctx, token) : null;
    ctx.audit(
      renewed
        ? { target_type: "invoice", target_id: renewed.invoice_id, after: { payment_link_id: renewed.payment_link_id } }
        : { target_type: "invoice", target_id: null },
    );
    return { is_accepted: true as const };
  }),
  organizationInLink,
);

/** Null: nothing was sent. */
async function renew(ctx: Ctx<unknown>, token: string) {
  const invoice = await lockInvoiceOfExpired(ctx, token);
  if (!invoice || (await hasEnough(ctx, invoice.id))) return null;
  const link = await storeLink(ctx, invoice, { valid_days: validDays, is_sent: true });
  if (!link) return null;
  // A payer who cannot be reached is in the log of messages, with the reason.
  await writeToPayer(ctx, { ...invoice, number: invoice.number ?? "", payment_link_id: link.id });
  return { invoice_id: invoice.id, payment_link_id: link.id };
}

/** The open invoice of a link that worked once. Locked, so that of many requests one sends. */
async function lockInvoiceOfExpired({ db, organization_id, now }: Ctx<unknown>, token: string) {
  const [found] = await db
    .select({ invoice_id: paymentLinks.invoice_id })
    .from(paymentLinks)
    .where(
      and(
        eq(paymentLinks.organization_id, organization_id),
        eq(paymentLinks.token_hash, hashSecret(token)),
        isNull(paymentLinks.revoked_at),
        sql`${paymentLinks.expires_at} <= ${now.toString()}::timestamptz`,
      ),
    );
  if (!found) return null;
  const [invoice] = await db
    .select()
    .from(invoices)
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.id, found.invoice_id),
        gt(invoices.open_minor, 0),
        isNull(invoices.voided_at),
      ),
    )
    .for("update");
  return invoice ?? null;
}

/** Links that were sent to the payer before, in whatever way. */
async function hasEnough({ db, organization_id, now }: Ctx<unknown>, invoice_id: string): Promise<boolean> {
  const [sent] = await db
    .select({
      hour: countSince(limits[0].hours, now.toString()),
      day: countSince(limits[1].hours, now.toString()),
    })
    .from(paymentLinks)
    .where(
      and(
        eq(paymentLinks.organization_id, organization_id),
        eq(paymentLinks.invoice_id, invoice_id),
        eq(paymentLinks.is_sent, true),
      ),
    );
  return (sent?.hour ?? 0) >= limits[0].links || (sent?.day ?? 0) >= limits[1].links;
}

const countSince = (hours: number, now: string) =>
  sql<number>`count(*) filter (where ${paymentLinks.created_at} > ${now}::timestamptz - make_interval(hours => ${hours}))::int`;
