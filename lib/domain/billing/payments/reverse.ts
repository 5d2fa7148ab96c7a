import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { accountCredits, invoiceSettlements, invoices, payments } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/payments";
import type { Payer } from "@/lib/domain/billing/documents";
import { reversalOf } from "@/lib/domain/billing/ledger";
import { lockOpenTill, moveCashOf } from "@/lib/domain/billing/till/lock-till";
import { userIdOf } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { paymentReversed } from "./events";
import { getPaymentRow, lockPayment } from "./find";
import { ownerOf } from "./payer";
import { placeOf } from "./place";

/** A bounced cheque or a wrong entry: what the payment settled is open again. */
export const reversePayment = operation(contracts.reversePayment, async (ctx, { id, reason }) => {
  const { db, organization_id } = ctx;
  const payment = await lockPayment(ctx, id);
  if (payment.reversed_at) throw new Problem("conflict", "This payment is already reversed.");
  // What a gateway brought is real money. It goes back as a refund, or the bank takes it back.
  if (payment.gateway_id && userIdOf(ctx.caller))
    throw new Problem(
      "conflict",
      "This money came through the payment gateway, so it cannot be reversed. Refund it instead.",
    );
  if (payment.refunded_minor > 0)
    throw new Problem(
      "conflict",
      "A part of this payment was refunded, so it cannot be reversed. Refund the rest instead.",
    );
  const { today } = await placeOf(ctx, payment.location_id);
  const settled = await db
    .select({ invoice_id: invoiceSettlements.invoice_id, amount_minor: invoiceSettlements.amount_minor })
    .from(invoiceSettlements)
    .where(
      and(
        eq(invoiceSettlements.organization_id, organization_id),
        eq(invoiceSettlements.payment_id, id),
        gt(invoiceSettlements.amount_minor, 0),
      ),
    );
  const isSettled = and(
    eq(invoices.organization_id, organization_id),
    inArray(
      invoices.id,
      settled.map(({ invoice_id }) => invoice_id),
    ),
  );
  if (settled.length > 0)
    await db.select({ id: invoices.id }).from(invoices).where(isSettled).orderBy(asc(invoices.id)).for("update");
  const isCredit = and(eq(accountCredits.organization_id, organization_id), eq(accountCredits.payment_id, id));
  const [credit] = await db.select().from(accountCredits).where(isCredit).for("update");
  if (credit && credit.remaining_minor < credit.amount_minor)
    throw new Problem(
      "conflict",
      "Account credit of this payment was used, so it cannot be reversed. Correct the invoice that used it first.",
    );
  const [created_at, created_by] = [ctx.now.toString(), userIdOf(ctx.caller)];
  await insertRecords(
    ctx,
    invoiceSettlements,
    settled.map(({ invoice_id, amount_minor }) => ({
      ...{ id: newId(), organization_id, invoice_id, kind: "payment" as const, payment_id: id, reason },
      ...{ amount_minor: -amount_minor, settled_on: today, created_by, created_at },
    })),
  );
  // What was written off stays so. What is open again is owed.
  if (settled.length > 0)
    await db
      .update(invoices)
      .set({ written_off_at: null, version: sql`${invoices.version} + 1`, updated_at: created_at })
      .where(and(isSettled, isNotNull(invoices.written_off_at)));
  if (credit) await db.update(accountCredits).set({ remaining_minor: 0 }).where(isCredit);
  await db
    .update(payments)
    .set({ reversed_at: created_at, reversal_reason: reason })
    .where(and(eq(payments.organization_id, organization_id), eq(payments.id, id)));
  const { amount_minor, currency, location_id } = payment;
  if (payment.method === "cash") {
    const till = await lockOpenTill(ctx, location_id);
    await moveCashOf(ctx, till, {
      ...{ id: newId(), kind: "reversal", amount_minor: -amount_minor, payment_id: id, reason, created_by, created_at },
    });
  }
  await reversalOf(ctx, { fact: `payment:${id}`, as: `payment_reversal:${id}`, booked_on: today });
  ctx.audit({
    target_type: "payment",
    target_id: id,
    after: { reversed_at: created_at, amount_minor, currency },
    reason,
  });
  ctx.emit(paymentReversed, { payment_id: id, ...ownerOf(payment as Payer), amount_minor, currency });
  return getPaymentRow(ctx, id);
});
