import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { invoiceLines, invoices } from "@/db/schema";
import type { Ctx, TenantCtx } from "@/lib/kernel/operation";
import { creditedLines } from "./credited-lines";
import { issueCreditNoteOf } from "./issue-credit-note";
import { lockInvoice } from "./lock-invoice";
import { type CreditShare, creditableOf, notEmpty, ofDocument } from "./shares";

type Creditable = { invoice_id: string; shares: CreditShare[]; amount_minor: number };

/** What the membership was charged and has not been given back, invoice by invoice. */
export async function creditableOfMembership(ctx: TenantCtx, membership_id: string): Promise<Creditable[]> {
  const found = await ctx.db
    .selectDistinct({ id: invoices.id, created_at: invoices.created_at })
    .from(invoices)
    .innerJoin(
      invoiceLines,
      and(eq(invoiceLines.organization_id, invoices.organization_id), eq(invoiceLines.invoice_id, invoices.id)),
    )
    .where(
      and(
        eq(invoices.organization_id, ctx.organization_id),
        eq(invoices.kind, "invoice"),
        eq(invoiceLines.membership_id, membership_id),
        isNotNull(invoices.finalized_at),
        isNull(invoices.voided_at),
      ),
    )
    .orderBy(asc(invoices.created_at), asc(invoices.id));
  // What a change of plan or a freeze gave back is not given back a second time.
  let given_minor = await givenBack(ctx, membership_id);
  const creditable: Creditable[] = [];
  for (const { id } of found) {
    const lines = (await creditedLines(ctx, id)).filter((line) => line.membership_id === membership_id);
    const left = creditableOf(lines);
    const amount_minor = Math.max(0, left - given_minor);
    given_minor -= left - amount_minor;
    if (amount_minor > 0)
      creditable.push({ invoice_id: id, shares: notEmpty(ofDocument(lines, amount_minor)), amount_minor });
  }
  return creditable;
}

/** Credit notes that correct no invoice: their amount became account credit. */
async function givenBack({ db, organization_id }: TenantCtx, membership_id: string): Promise<number> {
  const [row] = await db
    .select({ minor: sql<string>`coalesce(sum(${invoiceLines.total_minor}), 0)` })
    .from(invoiceLines)
    .innerJoin(
      invoices,
      and(eq(invoices.organization_id, invoiceLines.organization_id), eq(invoices.id, invoiceLines.invoice_id)),
    )
    .where(
      and(
        eq(invoiceLines.organization_id, organization_id),
        eq(invoiceLines.membership_id, membership_id),
        eq(invoices.kind, "credit_note"),
        isNull(invoices.corrects_invoice_id),
        isNull(invoices.voided_at),
      ),
    );
  return Number(row?.minor ?? 0);
}

/** F4: credit notes over everything that the membership was charged. What was paid becomes account credit. */
export async function creditMembership(ctx: Ctx<unknown>, membership_id: string, reason: string): Promise<void> {
  for (const { invoice_id } of await creditableOfMembership(ctx, membership_id)) await lockInvoice(ctx, invoice_id);
  // Read again: what was credited before the locks counts.
  for (const { invoice_id, shares } of await creditableOfMembership(ctx, membership_id))
    await issueCreditNoteOf(ctx, await lockInvoice(ctx, invoice_id), shares, reason);
}
