import { and, asc, eq, gt } from "drizzle-orm";
import { invoiceSettlements, invoices, payments, refunds } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/receipts";
import type { Payer } from "@/lib/domain/billing/documents";
import { fileNameOf, type NamedPdf, pdfAnswer } from "@/lib/domain/billing/pdf-answer";
import { localeOf, printedBuyer, printedSeller } from "@/lib/domain/billing/printed-parties";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import { type OrganizationCtx, operation, type ReadCtx } from "@/lib/kernel/operation";
import { type ReceiptDocument, renderReceiptPdf } from "@/lib/providers/pdf";
import type { PaymentMethod } from "@/lib/values/billing";
import type { Buyer, Seller } from "@/lib/values/invoice-snapshot";
import { type Language, languages } from "@/lib/values/notifications";
import { paymentMethodWords } from "@/lib/values/payment-method-words";
import { receiptNumber } from "@/lib/values/receipt-number";
import { snapshotOf } from "./snapshots";

type Reader = ReadCtx & OrganizationCtx;
type PaymentRow = typeof payments.$inferSelect;

export const getPaymentReceipt = operation(contracts.getPaymentReceipt, async (ctx, { id }) =>
  pdfAnswer(await paymentReceiptOf(ctx, id)),
);

export const getRefundReceipt = operation(contracts.getRefundReceipt, async (ctx, { id }) =>
  pdfAnswer(await refundReceiptOf(ctx, id)),
);

export const getOwnReceipt = operation(contracts.getOwnReceipt, async (ctx, { id }) => {
  const payment = await findPayment(ctx, eq(payments.id, id));
  if (!ctx.caller.member_id || payment.payer_member_id !== ctx.caller.member_id) throw notFound();
  return pdfAnswer(await receiptOf(ctx, payment));
});

/** L13: the same payment gives the same bytes. What happens to its money later is on the receipts of refunds. */
export async function paymentReceiptOf(ctx: Reader, id: string): Promise<NamedPdf> {
  return receiptOf(
    ctx,
    await findPayment(ctx, and(eq(payments.id, id), withinReach(ctx.caller, payments.location_id))),
  );
}

/** `shown_name` prints this name of the buyer and no address, for a reader who may be another person. */
export async function receiptOf(
  ctx: Reader,
  payment: PaymentRow,
  { shown_name }: { shown_name?: string } = {},
): Promise<NamedPdf> {
  const terms = await termsOf(ctx, payment);
  return named({
    ...terms,
    buyer: shown_name ? { name: shown_name, address_lines: [], tax_id: null } : terms.buyer,
    kind: "payment",
    number: receiptNumber(payment.id),
    mark: payment.reversed_at ? "void" : null,
    received_at: payment.received_at,
    method: methodOf(payment.method, terms.locale),
    amount_minor: payment.amount_minor,
    settled: await settledBy(ctx, payment),
    references: payment.reference
      ? [{ label: referenceWords[languageOf(terms.locale)], value: payment.reference }]
      : [],
    notes: null,
  });
}

/** L13: the same refund gives the same bytes. */
export async function refundReceiptOf(ctx: Reader, id: string): Promise<NamedPdf> {
  const { db, organization_id, caller } = ctx;
  const [refund] = await db
    .select()
    .from(refunds)
    .where(
      and(eq(refunds.organization_id, organization_id), eq(refunds.id, id), withinReach(caller, refunds.location_id)),
    );
  if (!refund) throw notFound();
  const payment = await findPayment(ctx, eq(payments.id, refund.payment_id));
  const terms = await termsOf(ctx, payment);
  return named({
    ...terms,
    ...{ kind: "refund", number: receiptNumber(refund.id), mark: null, received_at: refund.created_at },
    method: methodOf(refund.method, terms.locale),
    ...{ amount_minor: refund.amount_minor, settled: [], references: [], notes: refund.reason },
  });
}

async function findPayment({ db, organization_id }: ReadCtx, condition: ReturnType<typeof and>): Promise<PaymentRow> {
  const [row] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.organization_id, organization_id), condition));
  if (!row) throw notFound();
  return row;
}

/** The names on that day. A payment from before receipts has none, and shows those of today. */
async function termsOf(ctx: Reader, payment: PaymentRow) {
  const stored = payment.seller && payment.buyer ? { seller: payment.seller, buyer: payment.buyer } : null;
  const { seller, buyer } = stored ?? (await snapshotOf(ctx, payment as Payer, payment.location_id));
  return printed(seller, buyer, payment.currency);
}

function printed(seller: Seller, buyer: Buyer, currency: string) {
  const locale = localeOf(seller, buyer);
  return {
    ...{ seller: printedSeller(seller, locale), buyer: printedBuyer(buyer, seller, locale) },
    ...{ currency, locale, time_zone: seller.time_zone },
  };
}

/** What the payment settled when it was recorded. */
async function settledBy(
  { db, organization_id }: ReadCtx,
  { id, created_at }: PaymentRow,
): Promise<ReceiptDocument["settled"]> {
  const rows = await db
    .select({
      number: invoices.number,
      issued_on: invoices.issued_on,
      amount_minor: invoiceSettlements.amount_minor,
    })
    .from(invoiceSettlements)
    .innerJoin(
      invoices,
      and(eq(invoices.organization_id, organization_id), eq(invoices.id, invoiceSettlements.invoice_id)),
    )
    .where(
      and(
        eq(invoiceSettlements.organization_id, organization_id),
        eq(invoiceSettlements.payment_id, id),
        eq(invoiceSettlements.created_at, created_at),
        gt(invoiceSettlements.amount_minor, 0),
      ),
    )
    .orderBy(asc(invoices.due_on), asc(invoices.id));
  return rows.map((row) => ({ ...row, number: row.number ?? "" }));
}

const referenceWords: Record<Language, string> = { en: "Reference", es: "Referencia", hi: "संदर्भ" };

function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return languages.find((known) => known === language) ?? "en";
}

const methodOf = (method: PaymentMethod, locale: string): string => {
  const words = paymentMethodWords[languageOf(locale)][method];
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const named = async (document: ReceiptDocument): Promise<NamedPdf> => ({
  file_name: fileNameOf(document.number),
  bytes: await renderReceiptPdf(document),
});
