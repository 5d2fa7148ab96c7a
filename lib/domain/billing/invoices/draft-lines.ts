import type { z } from "zod";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { invoiceLines } from "@/db/schema";
import type { createInvoice } from "@/lib/contracts/billing/invoices";
import { type DraftLine, type TaxedDraftLine, taxLines } from "@/lib/domain/billing/documents";
import type { Seller } from "@/lib/domain/billing/entities";
import { invalid } from "@/lib/kernel/errors";
import type { TenantCtx } from "@/lib/kernel/operation";

export type Written = z.output<typeof createInvoice.input>["lines"];

type Terms = { is_price_with_tax: boolean; payer_member_id: string | null };

/** What staff wrote, with the taxes of today. */
export const writtenLines = (lines: Written, seller: Seller, terms: Terms): TaxedDraftLine[] =>
  taxLines(manualLines(lines, seller, terms), seller, { state_code: null });

/** What staff wrote, as the lines of a document. */
export function manualLines(
  lines: Written,
  seller: Seller,
  { is_price_with_tax, payer_member_id }: Terms,
): DraftLine[] {
  return lines.map(({ price_minor, quantity, discount_minor, member_id, description, tax_class }, index) => {
    const list_minor = price_minor * quantity;
    if (!Number.isSafeInteger(list_minor)) throw invalid("lines", `Line ${index + 1} is too large`);
    if (discount_minor > list_minor) throw invalid("lines", `The discount of line ${index + 1} is above its price`);
    const line: DraftLine = {
      ...{ kind: "manual", member_id: member_id ?? payer_member_id, membership_id: null, description, quantity },
      ...{ due_on: seller.today, from_on: null, to_on: null, list_minor, discount_minor, tax_class },
      ...{ is_price_with_tax, facts: null },
    };
    return line;
  });
}

const maxTotal = 1_000_000_000_000;

export function sumsOf(lines: readonly TaxedDraftLine[]) {
  const net_minor = lines.reduce((sum, line) => sum + line.net_minor, 0);
  const tax_minor = lines.reduce((sum, line) => sum + line.tax_minor, 0);
  const total_minor = net_minor + tax_minor;
  if (total_minor > maxTotal) throw invalid("lines", "The total is too large for one invoice");
  return { net_minor, tax_minor, total_minor };
}

export async function insertLines(ctx: TenantCtx, invoice_id: string, lines: readonly TaxedDraftLine[]): Promise<void> {
  const { organization_id } = ctx;
  await insertRecords(
    ctx,
    invoiceLines,
    lines.map((line, position) => ({ ...line, id: newId(), organization_id, invoice_id, position })),
  );
}
