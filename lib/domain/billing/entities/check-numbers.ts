import { sql } from "drizzle-orm";
import type { TenantCtx } from "@/lib/kernel/operation";
import { shortFinancialYear } from "@/lib/values/tax/financial-year";
import { type EntityFields, repeatsNumbers } from "./check-entity";

type Issued = { number: string };
type Series = { document: "invoice" | "credit_note"; financial_year: string; next_number: number };

const escaped = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "\\$&");

/**
 * L1, L4: no number of the entity is given twice. Throws if an issued document has a number that the new pattern has yet to give.
 * The caller holds the lock of the entity and of its series.
 */
export async function checkNumbers(
  { db, organization_id }: TenantCtx,
  id: string,
  { invoice_prefix, credit_note_prefix, number_digits, numbers_by_year }: EntityFields,
): Promise<void> {
  const { rows: series } = await db.execute<Series>(sql`
    select document, financial_year, next_number from number_series
    where organization_id = ${organization_id} and legal_entity_id = ${id} order by document, financial_year for update`);
  for (const [document, prefix] of [
    ["invoice", invoice_prefix],
    ["credit_note", credit_note_prefix],
  ] as const) {
    const pattern = numbers_by_year
      ? `^${escaped(prefix)}/(\\d{4}|\\d\\d-\\d\\d)/(\\d+)$`
      : `^${escaped(prefix)}-()(\\d+)$`;
    const next = new Map(
      series
        .filter((one) => one.document === document)
        .map(({ financial_year, next_number }) => [shortFinancialYear(financial_year), next_number]),
    );
    const { rows } = await db.execute<Issued & { parts: [string, string] }>(sql`
      select i.number, regexp_match(i.number, ${pattern}) as parts from invoices i
      where i.organization_id = ${organization_id} and i.legal_entity_id = ${id} and i.number ~ ${pattern}
      order by i.sequence desc`);
    const repeated = rows.find(
      ({ parts: [year, counted] }) => counted.length >= number_digits && Number(counted) >= (next.get(year) ?? 1),
    );
    if (repeated) throw repeatsNumbers(repeated.number);
  }
}
