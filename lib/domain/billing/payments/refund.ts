import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { newId } from "@/db/id";
import { accountCredits, gatewayRefunds, invoiceSettlements, refunds } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/payments";
import { sharesOf } from "@/lib/domain/billing/corrections/credit-note";
import { creditedLines } from "@/lib/domain/billing/corrections/credited-lines";
import { issueCreditNoteOf } from "@/lib/domain/billing/corrections/issue-credit-note";
import { lockInvoice } from "@/lib/domain/billing/corrections/lock-invoice";
import { type Payer, usableOn } from "@/lib/domain/billing/documents";
import { post } from "@/lib/domain/billing/ledger";
import { findOpenTill, lockOpenTill, moveCashOf } from "@/lib/domain/billing/till/lock-till";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";
import { refuseDisputed } from "./disputed";
import { paymentRefunded } from "./events";
import { getPaymentRow, lockPayment } from "./find";
import { accountOf } from "./money-account";
import { isPayer, ownerOf } from "./payer";
import { placeOf } from "./place";

type Payment = Awaited<ReturnType<typeof lockPayment>>;
type Wanted = Pick<
  z.output<typeof contracts.refundPayment.input>,
  "amount_minor" | "reason" | "invoice_id" | "lines" | "credit_id"
>;
type Source = { credit_id: string; credit_note: { id: string; number: string } | null };

/**
 * K13, K14, K16: money goes back out of account credit, by default the way it came. With an invoice, its credit note is made in the same
 * transaction. Locks in the order of all billing code: payment, invoice, credit, till.
 */
export const refundPayment = operation(contracts.refundPayment, async (ctx, input) => {
  const { db, organization_id } = ctx;
  const { id: payment_id, amount_minor, reason } = input;
  const payment = await lockPayment(ctx, payment_id);
  const { location_id, currency, method: original } = payment;
  const money = (minor: number) => formatMoney(minor, currency, ctx.organization.locale);
  const method = input.method ?? original;
  const gateway = input.method === undefined ? chargeOf(payment) : null;
  if (payment.reversed_at) throw new Problem("conflict", "This payment is reversed: its money never arrived.");
  const left = payment.amount_minor - payment.refunded_minor - (await refuseDisputed(ctx, payment));
  if (amount_minor > left)
    throw new Problem("conflict", `${money(left)} of this payment is left to refund. Refund at most that.`);
  const place = await placeOf(ctx, location_id);
  if (input.lines && !input.invoice_id) throw invalid("lines", "Name the invoice of these lines.");
  const source = input.invoice_id
    ? await creditOfInvoice(ctx, payment, { ...input, invoice_id: input.invoice_id }, money)
    : await creditOfPayer(ctx, payment, input, money);
  const till = await (method === "cash" ? lockOpenTill : findOpenTill)(ctx, location_id);
  const [id, created_at, created_by] = [newId(), ctx.now.toString(), userIdOf(ctx.caller)];
  const refund = {
    ...{ id, payment_id, credit_id: source.credit_id, location_id, method, amount_minor, currency, reason },
    ...{ refunded_on: place.today, till_session_id: till?.id ?? null, created_at },
  };
  await db.insert(refunds).values({ ...refund, organization_id, created_by });
  // K16: the gateway is called after the commit. Until it confirms, the money is in transit.
  if (gateway)
    await db.insert(gatewayRefunds).values({
      ...{ organization_id, refund_id: id, ...gateway, status: "pending", check_at: created_at, created_at },
    });
  if (method === "cash" && till)
    await moveCashOf(ctx, till, {
      ...{ id: newId(), kind: "refund", amount_minor: -amount_minor, payment_id, refund_id: id, reason },
      ...{ created_by, created_at },
    });
  const owner = ownerOf(payment as Payer);
  await post(ctx, [
    {
      ...{
        legal_entity_id: place.legal_entity_id,
        location_id,
        booked_on: place.today,
        currency,
        fact: `refund:${id}`,
      },
      lines: [
        { account: "customer_credit", amount_minor, ...owner },
        { account: gateway ? "refunds_in_transit" : accountOf(method, null), amount_minor: -amount_minor },
      ],
    },
  ]);
  ctx.audit({
    target_type: "payment",
    target_id: payment_id,
    after: { amount_minor, currency, method, credit_note: source.credit_note?.number ?? null },
    reason,
  });
  ctx.emit(paymentRefunded, { payment_id, refund_id: id, ...owner, amount_minor, currency });
  return { ...refund, credit_note: source.credit_note, payment: await getPaymentRow(ctx, payment_id) };
});

/** Null: the money was recorded by hand. */
function chargeOf({ gateway_id, charge_ref }: Payment): { gateway_id: string; charge_ref: string } | null {
  return gateway_id && charge_ref ? { gateway_id, charge_ref } : null;
}

/** K14: the credit note of an invoice that the payment paid. */
async function creditOfInvoice(
  ctx: Ctx<unknown>,
  payment: Payment,
  { invoice_id, amount_minor, reason, lines }: Wanted & { invoice_id: string },
  money: (minor: number) => string,
): Promise<Source> {
  const [paid] = await ctx.db
    .select({ minor: sql`coalesce(sum(${invoiceSettlements.amount_minor}), 0)`.mapWith(Number) })
    .from(invoiceSettlements)
    .where(
      and(
        eq(invoiceSettlements.organization_id, ctx.organization_id),
        eq(invoiceSettlements.payment_id, payment.id),
        eq(invoiceSettlements.invoice_id, invoice_id),
      ),
    );
  const invoice = await lockInvoice(ctx, invoice_id);
  if (!paid?.minor)
    throw invalid("invoice_id", "This payment did not pay that invoice. Choose an invoice that it paid.");
  if (amount_minor > paid.minor)
    throw new Problem("conflict", `This payment paid ${money(paid.minor)} of the invoice. Refund at most that.`);
  if (invoice.open_minor > 0)
    throw new Problem(
      "conflict",
      `${money(invoice.open_minor)} of invoice ${invoice.number} is still open. Credit that part first, then refund what was paid.`,
    );
  if (lines && lines.reduce((all, line) => all + line.amount_minor, 0) !== amount_minor)
    throw invalid("lines", "The lines do not sum to the amount. Send the amount that they sum to.");
  const wanted = lines ? { lines } : { amount_minor };
  const shares = sharesOf(await creditedLines(ctx, invoice_id), wanted, money);
  const { id, number, credit_id } = await issueCreditNoteOf(ctx, invoice, shares, reason);
  if (!credit_id) throw new Error("The credit note granted no credit");
  return { credit_id, credit_note: { id, number } };
}

/** The named credit of the payer; otherwise that of the payment, then the oldest that is large enough. */
async function creditOfPayer(
  ctx: Ctx<unknown>,
  payment: Payment,
  { amount_minor, credit_id }: Wanted,
  money: (minor: number) => string,
): Promise<Source> {
  const credits = await ctx.db
    .select({
      id: accountCredits.id,
      remaining_minor: accountCredits.remaining_minor,
      payment_id: accountCredits.payment_id,
    })
    .from(accountCredits)
    .where(
      and(
        eq(accountCredits.organization_id, ctx.organization_id),
        isPayer(accountCredits, payment as Payer),
        eq(accountCredits.currency, payment.currency),
        usableOn(accountCredits.expires_on, dayOfCredit(ctx)),
        credit_id ? eq(accountCredits.id, credit_id) : gt(accountCredits.remaining_minor, 0),
      ),
    )
    .orderBy(asc(accountCredits.created_at), asc(accountCredits.id))
    .for("update");
  if (credit_id && credits.length === 0) throw notFound();
  const enough = credits.filter(({ remaining_minor }) => remaining_minor >= amount_minor);
  const chosen = enough.find((credit) => credit.payment_id === payment.id) ?? enough[0];
  if (chosen) return { credit_id: chosen.id, credit_note: null };
  const most = Math.max(0, ...credits.map(({ remaining_minor }) => remaining_minor));
  throw new Problem(
    "conflict",
    most > 0
      ? `The largest account credit is ${money(most)}. Refund at most that at once, or name the invoice to credit.`
      : "The payer has no account credit. Name the invoice that is refunded, so that its credit note is made.",
  );
}

/** The local day of the location that granted the credit. */
const dayOfCredit = ({ now }: Ctx<unknown>): SQL => sql`(${now.toString()}::timestamptz at time zone (
  select l.time_zone from locations l
  where l.organization_id = ${accountCredits.organization_id} and l.id = ${accountCredits.location_id}))`;
