import { and, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { invoiceSettlements, invoices } from "@/db/schema";
import * as contracts from "@/lib/contracts/billing/credit-notes";
import { sellerOf } from "@/lib/domain/billing/entities";
import { post, reversalOf } from "@/lib/domain/billing/ledger";
import { ownerOf } from "@/lib/domain/billing/payments/payer";
import { userIdOf } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { invoiceVoided, invoiceWrittenOff } from "./events";
import { type LockedInvoice, lockInvoice } from "./lock-invoice";
import { voidBlocker } from "./void-blocker";

/** L5: an unpaid invoice keeps its number and owes nothing. Its booking is taken back. */
export const voidInvoice = operation(contracts.voidInvoice, async (ctx, { id, reason }) => {
  const invoice = await lockInvoice(ctx, id);
  const credited = await ctx.db
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.organization_id, ctx.organization_id), eq(invoices.corrects_invoice_id, id)))
    .limit(1);
  const blocker = voidBlocker({ ...invoice, has_credit_note: credited.length > 0 }, ctx.organization.locale);
  if (blocker) throw new Problem("conflict", blocker);
  const today = await settleRest(ctx, invoice, "void", reason);
  await reversalOf(ctx, { fact: `invoice:${id}`, as: `void:${id}`, booked_on: today });
  ctx.emit(invoiceVoided, { invoice_id: id, amount_minor: invoice.open_minor, currency: invoice.currency });
  return closed(ctx, invoice, { voided_at: ctx.now.toString(), void_reason: reason }, reason);
});

/** The debt is given up. The invoice stays as it was issued. */
export const writeOffInvoice = operation(contracts.writeOffInvoice, async (ctx, { id, reason }) => {
  const invoice = await lockInvoice(ctx, id);
  const { open_minor: amount_minor, currency, legal_entity_id, location_id, payer } = invoice;
  if (amount_minor === 0)
    throw new Problem("conflict", "Nothing of this invoice is open, so there is nothing to write off.");
  const today = await settleRest(ctx, invoice, "write_off", reason);
  const owner = { ...ownerOf(payer), invoice_id: id };
  await post(ctx, [
    {
      // After a reversed payment an invoice may be written off once more.
      ...{ legal_entity_id, location_id, booked_on: today, currency, fact: `write_off:${id}:${invoice.version}` },
      lines: [
        { account: "write_offs", amount_minor, invoice_id: id },
        { account: "receivable", amount_minor: -amount_minor, ...owner },
      ],
    },
  ]);
  ctx.emit(invoiceWrittenOff, { invoice_id: id, amount_minor, currency });
  return closed(ctx, invoice, { written_off_at: ctx.now.toString() }, reason);
});

/** The local day of the settlement. */
async function settleRest(
  ctx: Ctx<unknown>,
  { id: invoice_id, open_minor, location_id }: LockedInvoice,
  kind: "void" | "write_off",
  reason: string,
): Promise<CalendarDay> {
  const { today } = await sellerOf(ctx, location_id);
  if (open_minor > 0)
    await ctx.db.insert(invoiceSettlements).values({
      ...{ id: newId(), organization_id: ctx.organization_id, invoice_id, kind, amount_minor: open_minor },
      ...{ settled_on: today, reason, created_by: userIdOf(ctx.caller), created_at: ctx.now.toString() },
    });
  return today;
}

async function closed(
  ctx: Ctx<unknown>,
  before: LockedInvoice,
  change: Partial<typeof invoices.$inferInsert>,
  reason: string,
) {
  const [after] = await ctx.db
    .update(invoices)
    .set({ ...change, version: sql`${invoices.version} + 1`, updated_at: ctx.now.toString() })
    .where(and(eq(invoices.organization_id, ctx.organization_id), eq(invoices.id, before.id)))
    .returning();
  if (!after) throw new Error("The invoice was not changed");
  ctx.audit({
    target_type: "invoice",
    target_id: before.id,
    before: { open_minor: before.open_minor },
    after: { ...change, open_minor: after.open_minor },
    reason,
  });
  return { ...after, number: before.number };
}
