import { and, asc, desc, eq, gte, isNotNull, isNull, lte } from "drizzle-orm";
import { newId } from "@/db/id";
import { gatewayBills, invoiceLines, invoices } from "@/db/schema";
import type { Payer } from "@/lib/domain/billing/documents";
import { sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import { bookPayments, paymentRecorded } from "@/lib/domain/billing/payments";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import { daysBetween } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import { writtenDay } from "@/lib/values/written-day";
import { noticeCredit, noticeMismatch, noticeWaiting } from "./notices";
import type { BillRow, SubscriptionRow } from "./rows";

type InvoiceRow = typeof invoices.$inferSelect;

/** The days that a bill waits for our invoice before staff get a notice. */
const patienceDays = 3;

/**
 * K24: books what the gateway collected: each paid bill pays our invoice of the same membership and period, of the same amount and currency,
 * once. The subscription is locked before, and then the invoices. Returns why a bill is not booked, if that is new.
 */
export async function matchBills(ctx: Ctx<unknown>, row: SubscriptionRow): Promise<string | null> {
  const { db, organization_id } = ctx;
  const bills = await db
    .select()
    .from(gatewayBills)
    .where(
      and(
        eq(gatewayBills.organization_id, organization_id),
        eq(gatewayBills.subscription_id, row.id),
        isNull(gatewayBills.payment_id),
      ),
    )
    .orderBy(asc(gatewayBills.period_on), asc(gatewayBills.id));
  let found: string | null = null;
  for (const bill of bills) {
    const invoice = await invoiceOfPeriod(ctx, row, bill);
    if (bill.status !== "paid") {
      if (invoice && invoice.id !== bill.invoice_id) await update(ctx, bill, { invoice_id: invoice.id });
      continue;
    }
    const mismatch = await mismatchOf(ctx, row, bill, invoice);
    if (mismatch !== bill.mismatch) {
      await update(ctx, bill, { mismatch });
      if (mismatch) await noticeMismatch(ctx, row, { ...bill, mismatch });
      found = mismatch ?? found;
    }
    if (mismatch) continue;
    if (invoice) await book(ctx, row, bill, invoice);
    else await waitFor(ctx, row, bill);
  }
  return found;
}

/** Our invoice whose period holds the day on which the period of the bill begins. It is locked. */
async function invoiceOfPeriod(
  { db, organization_id }: Ctx<unknown>,
  { membership_id }: SubscriptionRow,
  { period_on }: BillRow,
): Promise<InvoiceRow | null> {
  const [line] = await db
    .select({ invoice_id: invoiceLines.invoice_id, from_on: invoiceLines.from_on, to_on: invoiceLines.to_on })
    .from(invoiceLines)
    .innerJoin(invoices, and(eq(invoices.organization_id, organization_id), eq(invoices.id, invoiceLines.invoice_id)))
    .where(
      and(
        eq(invoiceLines.organization_id, organization_id),
        eq(invoiceLines.membership_id, membership_id),
        eq(invoiceLines.kind, "period"),
        lte(invoiceLines.from_on, period_on),
        gte(invoiceLines.to_on, period_on),
        eq(invoices.kind, "invoice"),
        isNotNull(invoices.finalized_at),
        isNull(invoices.voided_at),
      ),
    )
    .orderBy(desc(invoiceLines.from_on), desc(invoices.created_at))
    .limit(1);
  if (!line) return null;
  const [invoice] = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), eq(invoices.id, line.invoice_id)))
    .for("update");
  return invoice ?? null;
}

async function mismatchOf(
  ctx: Ctx<unknown>,
  row: SubscriptionRow,
  bill: BillRow,
  invoice: InvoiceRow | null,
): Promise<string | null> {
  const { locale } = ctx.organization;
  if (!invoice)
    return bill.period_on < row.first_on
      ? `The gateway billed a period before ${writtenDay(row.first_on)}, from which on it was to bill.`
      : null;
  if (bill.currency !== invoice.currency || bill.amount_minor !== invoice.total_minor) {
    const [paid, owed] = [
      formatMoney(bill.amount_minor, bill.currency, locale),
      formatMoney(invoice.total_minor, invoice.currency, locale),
    ];
    return `The gateway collected ${paid}, and invoice ${invoice.number} of the period is ${owed}.`;
  }
  const [other] = await ctx.db
    .select({ bill_ref: gatewayBills.bill_ref })
    .from(gatewayBills)
    .where(
      and(
        eq(gatewayBills.organization_id, ctx.organization_id),
        eq(gatewayBills.invoice_id, invoice.id),
        isNotNull(gatewayBills.payment_id),
      ),
    );
  return other ? `Invoice ${invoice.number} of the period was paid by the bill ${other.bill_ref} already.` : null;
}

/** K6: what the invoice no longer needs, because it was settled otherwise, becomes account credit. */
async function book(ctx: Ctx<unknown>, row: SubscriptionRow, bill: BillRow, invoice: InvoiceRow): Promise<void> {
  const { location_id, legal_entity_id, currency } = invoice;
  const { amount_minor } = bill;
  const payment_id = newId();
  const paid_minor = Math.min(invoice.open_minor, amount_minor);
  const { payer_member_id, payer_company_id } = row;
  const payer = { payer_member_id, payer_company_id } as Payer;
  await bookPayments(ctx, [
    {
      ...{ id: payment_id, payer, method: bill.method_kind ?? "card", amount_minor },
      place: { location_id, legal_entity_id, currency },
      gateway: { gateway_id: row.gateway_id, charge_ref: bill.charge_ref ?? bill.bill_ref },
      received_on: sellerAt(await sellersOf(ctx, [location_id]), location_id).today,
      ...{ reference: null, note: null, till_session_id: null },
      shares: paid_minor > 0 ? [{ id: invoice.id, amount_minor: paid_minor }] : [],
      ...{ at: ctx.now.toString(), by: userIdOf(ctx.caller) },
    },
  ]);
  await update(ctx, bill, { invoice_id: invoice.id, payment_id, mismatch: null });
  ctx.emit(paymentRecorded, {
    ...{ payment_id, amount_minor, currency },
    ...{ member_id: row.payer_member_id, company_id: row.payer_company_id },
  });
  if (paid_minor < amount_minor) await noticeCredit(ctx, row, { ...bill, invoice_id: invoice.id });
}

async function waitFor(ctx: Ctx<unknown>, row: SubscriptionRow, bill: BillRow): Promise<void> {
  const today = ctx.now.toString().slice(0, 10);
  if (daysBetween(bill.period_on, today) > patienceDays) await noticeWaiting(ctx, row, bill);
}

async function update(
  { db, organization_id, now }: Ctx<unknown>,
  { id }: BillRow,
  columns: Partial<Pick<BillRow, "invoice_id" | "payment_id" | "mismatch">>,
): Promise<void> {
  await db
    .update(gatewayBills)
    .set({ ...columns, updated_at: now.toString() })
    .where(and(eq(gatewayBills.organization_id, organization_id), eq(gatewayBills.id, id)));
}
