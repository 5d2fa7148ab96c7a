import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { invoiceLines, invoices } from "@/db/schema";
import type { LegalEntity } from "@/lib/domain/billing/entities";
import { post } from "@/lib/domain/billing/ledger";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { DocumentKind, InvoiceOrigin } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Buyer, Seller } from "@/lib/values/invoice-snapshot";
import type { Payer } from "./draft";
import { documentsIssued } from "./events";
import type { Issued, IssuedLine } from "./issued";
import { takeNumbers } from "./numbers";
import { dueDayOf } from "./owed";
import { documentPosting } from "./posting";

/** A document whose taxes are known. */
export type Prepared = {
  /** Of a stored draft; its rows were deleted before. */
  id?: string;
  payer: Payer;
  kind: DocumentKind;
  origin: InvoiceOrigin;
  entity: LegalEntity;
  location_id: string;
  currency: string;
  note: string | null;
  issued_on: CalendarDay;
  /** Null: by the terms of the legal entity. */
  due_on: CalendarDay | null;
  /** Now, and the caller, where absent. */
  created_at?: string;
  created_by?: string | null;
  seller: Seller;
  buyer: Buyer;
  /** L7: the invoice that a credit note corrects. */
  corrects_invoice_id: string | null;
  /** Of what was owed before an import: the invoice itself, and its credit notes. */
  is_opening?: boolean;
  lines: Omit<IssuedLine, "id">[];
};

/** L1, L6: number, snapshots and journal of documents, in their order. One statement per table, whatever their number. */
export async function finalize(ctx: Ctx<unknown>, prepared: readonly Prepared[]): Promise<Issued[]> {
  const { organization_id } = ctx;
  const numbers = await takeNumbers(ctx, prepared);
  const issued = prepared.map((one, index): Issued => {
    const numbered = numbers[index];
    if (!numbered) throw new Error("A document has no number");
    const { payer, kind, entity, location_id, currency, issued_on } = one;
    const lines = one.lines.map((line) => ({ ...line, id: newId() }));
    const [net_minor, tax_minor] = [sumOf(lines, "net_minor"), sumOf(lines, "tax_minor")];
    return {
      ...numbered,
      ...payer,
      ...{ id: one.id ?? newId(), kind, legal_entity_id: entity.id, location_id, currency, issued_on, lines },
      due_on: dueDayOf(one),
      ...{ net_minor, tax_minor, total_minor: net_minor + tax_minor },
      open_minor: kind === "invoice" ? net_minor + tax_minor : 0,
    };
  });
  // Lines first: none can be added to a document that is finalized.
  await insertRecords(
    ctx,
    invoiceLines,
    issued.flatMap(({ id: invoice_id, lines }) =>
      lines.map((line, position) => {
        const { line_key = null, quantity = 1 } = line;
        return { ...line, organization_id, invoice_id, position, line_key, quantity };
      }),
    ),
  );
  const now = { at: ctx.now.toString(), by: userIdOf(ctx.caller) };
  await insertRecords(
    ctx,
    invoices,
    issued.map((document, index) => {
      const one = prepared[index] as Prepared;
      const { origin, note, seller, buyer, corrects_invoice_id, created_at = now.at, created_by = now.by } = one;
      return {
        organization_id,
        id: document.id,
        kind: document.kind,
        origin,
        legal_entity_id: document.legal_entity_id,
        location_id: document.location_id,
        payer_member_id: document.payer_member_id,
        payer_company_id: document.payer_company_id,
        series_id: document.series_id,
        sequence: document.sequence,
        number: document.number,
        currency: document.currency,
        issued_on: document.issued_on,
        due_on: document.due_on,
        net_minor: document.net_minor,
        tax_minor: document.tax_minor,
        total_minor: document.total_minor,
        open_minor: document.open_minor,
        seller,
        buyer,
        corrects_invoice_id,
        note,
        finalized_at: created_at,
        created_by,
        version: 1,
        created_at,
        updated_at: created_at,
      };
    }),
  );
  await post(
    ctx,
    issued.map((document, index) => ({
      ...documentPosting(document, prepared[index]?.is_opening ?? prepared[index]?.origin === "import"),
      created_at: prepared[index]?.created_at ?? now.at,
    })),
  );
  announce(
    ctx,
    issued.filter((_document, index) => prepared[index]?.origin !== "import"),
  );
  return issued;
}

const mostIds = 500;

/** P10: what an import brings is no news to its payer. */
function announce(ctx: Ctx<unknown>, issued: readonly Issued[]): void {
  const ids = issued.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += mostIds)
    ctx.emit(documentsIssued, { document_ids: ids.slice(from, from + mostIds) });
}

export const sumOf = <Name extends "net_minor" | "tax_minor" | "total_minor">(
  lines: readonly Record<Name, number>[],
  name: Name,
): number => lines.reduce((all, line) => all + line[name], 0);
