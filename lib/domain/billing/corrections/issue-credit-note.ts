import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { accountCredits, invoiceSettlements, legalEntities } from "@/db/schema";
import { finalize, type Issued } from "@/lib/domain/billing/documents";
import { sellerOf } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { ownerOf } from "@/lib/domain/billing/payments/payer";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { LockedInvoice } from "./lock-invoice";
import type { CreditShare } from "./shares";

type CreditNote = Issued & { settled_minor: number; credit_minor: number; credit_id: string | null };

/**
 * L7, L9: a credit note of parts of the invoice, at its rates. It reduces the open amount first; the rest becomes account credit. The
 * invoice is locked, so that all its credit notes together never exceed it.
 */
export async function issueCreditNoteOf(
  ctx: Ctx<unknown>,
  invoice: LockedInvoice,
  shares: readonly CreditShare[],
  reason: string,
): Promise<CreditNote> {
  const { db, organization_id } = ctx;
  const { location_id, currency, payer, seller, buyer, legal_entity_id } = invoice;
  const { today } = await sellerOf(ctx, location_id);
  const [entity] = await db
    .select()
    .from(legalEntities)
    .where(and(eq(legalEntities.organization_id, organization_id), eq(legalEntities.id, legal_entity_id)));
  if (!entity) throw new Error("The invoice has no legal entity");
  const [note] = await finalize(ctx, [
    {
      due_on: null,
      ...{ payer, kind: "credit_note", origin: "correction", entity, location_id, currency, seller, buyer },
      ...{ note: reason, issued_on: today, corrects_invoice_id: invoice.id },
      is_opening: invoice.origin === "import",
      lines: shares.map(({ line, taxed }) => ({
        ...{ kind: line.kind, member_id: line.member_id, membership_id: line.membership_id },
        ...{ description: line.description, due_on: line.due_on, from_on: line.from_on, to_on: line.to_on },
        ...{ list_minor: taxed.gross_minor, discount_minor: 0, tax_class: line.tax_class, is_price_with_tax: true },
        member_name: line.member_name,
        ...{ net_minor: taxed.net_minor, tax_minor: taxed.tax_minor, total_minor: taxed.gross_minor },
        ...{ taxes: taxed.taxes, facts: { why: "correction", reason }, corrects_line_id: line.id },
      })),
    },
  ]);
  if (!note) throw new Error("No credit note was issued");
  const settled_minor = Math.min(invoice.open_minor, note.total_minor);
  const credit_minor = note.total_minor - settled_minor;
  const [created_at, created_by] = [ctx.now.toString(), userIdOf(ctx.caller)];
  if (settled_minor > 0) {
    const id = newId();
    await db.insert(invoiceSettlements).values({
      ...{ id, organization_id, invoice_id: invoice.id, kind: "credit_note", credit_note_id: note.id },
      ...{ amount_minor: settled_minor, settled_on: today, reason, created_by, created_at },
    });
    const owner = { ...ownerOf(payer), invoice_id: invoice.id };
    await post(ctx, [
      {
        ...{ legal_entity_id, location_id, booked_on: today, currency, fact: `settlement:${id}` },
        lines: [
          { account: "customer_credit", amount_minor: settled_minor, ...owner },
          { account: "receivable", amount_minor: -settled_minor, ...owner },
        ],
      },
    ]);
  }
  const credit_id = credit_minor > 0 ? newId() : null;
  if (credit_id)
    await db.insert(accountCredits).values({
      ...{ id: credit_id, organization_id, ...payer, location_id, source: "credit_note", credit_note_id: note.id },
      ...{ amount_minor: credit_minor, remaining_minor: credit_minor, currency, granted_on: today, reason },
      ...{ created_by, created_at },
    });
  return { ...note, settled_minor, credit_minor, credit_id };
}
