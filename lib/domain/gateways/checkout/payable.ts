import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { companies, invoices, members, paymentAttempts } from "@/db/schema";
import type { bill as billOut } from "@/lib/contracts/gateways/payment-links";
import { collectedByGateway } from "@/lib/domain/gateways/attempts/collected-by-gateway";
import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { findCurrentGateway, type GatewayRow, getGateway } from "@/lib/domain/gateways/connections/stored";
import { shortName } from "@/lib/domain/gateways/methods/payer";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx, TenantCtx } from "@/lib/kernel/operation";
import { paymentOfLink } from "./payment-of-link";
import { methodsFor, shownMethod } from "./saved-choice";

export type Bill = z.input<typeof billOut>;
type InvoiceRow = typeof invoices.$inferSelect;
type AttemptRow = typeof paymentAttempts.$inferSelect;

/** A bill that its payer sees on a page. */
export type Payable = {
  invoice: InvoiceRow;
  payer: string;
  /** The payment that is under way. */
  live: AttemptRow | null;
  /** That of the payment that is under way, otherwise the current one (K21). */
  gateway: GatewayRow | null;
};

/** The page of a bill: what it is about, and what its holder may do. */
export type BillPage = {
  invoice_id: string;
  payment_link_id?: string;
  expires_at: string | null;
  /** The payer's saved methods are shown, and can be charged. */
  offers_saved: boolean;
};

/** A finalized invoice that was not voided. Throws 404 for any other. */
export async function getPayable({ db, organization_id }: TenantCtx, invoice_id: string): Promise<Payable> {
  const [found] = await db
    .select({ invoice: invoices, member: members, company: companies.name, live: paymentAttempts })
    .from(invoices)
    .leftJoin(members, and(eq(members.organization_id, organization_id), eq(members.id, invoices.payer_member_id)))
    .leftJoin(
      companies,
      and(eq(companies.organization_id, organization_id), eq(companies.id, invoices.payer_company_id)),
    )
    .leftJoin(
      paymentAttempts,
      and(
        eq(paymentAttempts.organization_id, organization_id),
        eq(paymentAttempts.invoice_id, invoices.id),
        isNull(paymentAttempts.ended_at),
      ),
    )
    .where(
      and(
        eq(invoices.organization_id, organization_id),
        eq(invoices.id, invoice_id),
        eq(invoices.kind, "invoice"),
        sql`${invoices.finalized_at} is not null and ${invoices.voided_at} is null`,
      ),
    );
  if (!found) throw notFound();
  const { invoice, member, company, live } = found;
  const ctx = { db, organization_id };
  const gateway = live
    ? await getGateway(ctx, live.gateway_id)
    : invoice.open_minor > 0
      ? await findCurrentGateway(ctx, invoice.legal_entity_id)
      : null;
  return { invoice, payer: company ?? (member ? shortName(member) : ""), live, gateway };
}

type BillCtx = Pick<Ctx<unknown>, "db" | "organization_id" | "organization" | "caller" | "now">;

/** What the page shows of the bill. */
export async function billOf(
  ctx: BillCtx,
  payable: Payable,
  { payment_link_id, expires_at, offers_saved }: BillPage,
): Promise<Bill> {
  const { invoice, payer, live, gateway } = payable;
  const { name, brand_color, locale } = ctx.organization;
  const is_collecting =
    live !== null && live.status !== "requires_action" && (live.vendor_ref ?? live.saved_method_id) !== null;
  const is_collected = (await collectedByGateway(ctx, [invoice])).size > 0;
  const status = invoice.open_minor === 0 ? "paid" : is_collecting ? "processing" : "open";
  return {
    ...{ gym_name: name, brand_color, locale, payer, ...(await onlyLine(ctx, invoice.id)) },
    ...{ invoice_number: invoice.number ?? "", due_on: invoice.due_on ?? "" },
    ...{ amount_minor: invoice.open_minor, currency: invoice.currency, expires_at, status },
    is_live: gateway?.is_live ?? false,
    form: status === "open" && !is_collected ? formOf(ctx, { invoice, gateway, live }) : null,
    saves_method: live?.status === "requires_action" || live?.status === "reserved" ? live.saves_method : null,
    saved_methods: offers_saved && status === "open" ? (await methodsFor(ctx, payable)).map(shownMethod) : [],
    has_receipt: payment_link_id !== undefined && (await paymentOfLink(ctx, payment_link_id)) !== null,
  };
}

type Open = Pick<Payable, "invoice" | "gateway" | "live">;

function formOf({ organization, caller }: Pick<Ctx<unknown>, "organization" | "caller">, open: Open): Bill["form"] {
  const { invoice, gateway, live } = open;
  // Keys that are refused take no new payment. One that was begun goes on.
  if (!gateway || (gateway.failing_since && !live)) return null;
  const opened = openGateway(gateway, { currency: organization.currency, clock: caller.clock });
  if ("unreadable" in opened) return null;
  return opened.gateway.form({ amount_minor: invoice.open_minor, currency: invoice.currency });
}

type Line = Pick<Bill, "title" | "from_on" | "to_on">;

async function onlyLine({ db, organization_id }: TenantCtx, invoice_id: string): Promise<Line> {
  const { rows } = await db.execute<Line>(sql`
    select l.description as title, l.from_on::text, l.to_on::text from invoice_lines l
    where l.organization_id = ${organization_id} and l.invoice_id = ${invoice_id} limit 2`);
  const [only] = rows;
  return rows.length === 1 && only ? only : { title: null, from_on: null, to_on: null };
}
