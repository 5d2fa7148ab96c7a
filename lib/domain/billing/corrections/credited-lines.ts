import { and, asc, eq, inArray } from "drizzle-orm";
import { invoiceLines, invoices } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { LineTax } from "@/lib/values/invoice-snapshot";

type Row = typeof invoiceLines.$inferSelect;

/** A line of an invoice with what earlier credit notes took back. */
export type CreditedLine = Row & { credited: { net_minor: number; total_minor: number; taxes: number[] } };

/** The lines of an invoice in their order. */
export async function creditedLines({ db, organization_id }: TenantCtx, invoice_id: string): Promise<CreditedLine[]> {
  const lines = await db
    .select()
    .from(invoiceLines)
    .where(and(eq(invoiceLines.organization_id, organization_id), eq(invoiceLines.invoice_id, invoice_id)))
    .orderBy(asc(invoiceLines.position));
  const notes = db
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), eq(invoices.corrects_invoice_id, invoice_id)));
  const earlier = await db
    .select()
    .from(invoiceLines)
    .where(and(eq(invoiceLines.organization_id, organization_id), inArray(invoiceLines.invoice_id, notes)));
  return lines.map((line) => {
    const own = earlier.filter(({ corrects_line_id }) => corrects_line_id === line.id);
    const sum = (amount: (row: Row) => number) => own.reduce((all, row) => all + amount(row), 0);
    return {
      ...line,
      credited: {
        net_minor: sum(({ net_minor }) => net_minor),
        total_minor: sum(({ total_minor }) => total_minor),
        taxes: line.taxes.map((tax) => sum(({ taxes }) => amountOf(taxes, tax))),
      },
    };
  });
}

const amountOf = (taxes: readonly LineTax[], { name, rate_ppm }: LineTax): number =>
  taxes.find((tax) => tax.name === name && tax.rate_ppm === rate_ppm)?.amount_minor ?? 0;
