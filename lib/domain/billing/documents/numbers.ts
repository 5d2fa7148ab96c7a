import { sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { numberSeries } from "@/db/schema";
import type { LegalEntity } from "@/lib/domain/billing/entities";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { DocumentKind } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { documentNumber } from "@/lib/values/tax/document-number";
import { financialYearOf } from "@/lib/values/tax/financial-year";

export type Numbered = { series_id: string; sequence: number; number: string };
type Unnumbered = { entity: LegalEntity; kind: DocumentKind; issued_on: CalendarDay };

const yearOf = ({ entity, issued_on }: Unnumbered): string =>
  entity.numbers_by_year ? financialYearOf(issued_on, entity.financial_year_starts_in) : "";

const seriesKey = (document: Unnumbered): string => `${document.entity.id} ${document.kind} ${yearOf(document)}`;

/**
 * L1 to L4: consecutive numbers, in the order of the documents. The row of the series stays locked until the transaction ends, so a
 * transaction that fails leaves no gap. The series are locked in a fixed order.
 */
export async function takeNumbers(
  { db, organization_id }: TenantCtx,
  documents: readonly Unnumbered[],
): Promise<Numbered[]> {
  const series = new Map<string, Unnumbered[]>();
  for (const document of documents) {
    const key = seriesKey(document);
    const group = series.get(key);
    if (group) group.push(document);
    else series.set(key, [document]);
  }
  const next = new Map<string, { series_id: string; sequence: number }>();
  for (const key of [...series.keys()].toSorted()) {
    const group = series.get(key) ?? [];
    const [first] = group;
    if (!first) continue;
    const count = group.length;
    const [row] = await db
      .insert(numberSeries)
      .values({
        id: newId(),
        organization_id,
        legal_entity_id: first.entity.id,
        document: first.kind,
        financial_year: yearOf(first),
        next_number: count + 1,
      })
      .onConflictDoUpdate({
        target: [
          numberSeries.organization_id,
          numberSeries.legal_entity_id,
          numberSeries.document,
          numberSeries.financial_year,
        ],
        set: { next_number: sql`${numberSeries.next_number} + ${count}` },
      })
      .returning({ id: numberSeries.id, next_number: numberSeries.next_number });
    if (!row) throw new Error("The series returned no number");
    next.set(key, { series_id: row.id, sequence: row.next_number - count });
  }
  return documents.map((document) => {
    const counter = next.get(seriesKey(document));
    if (!counter) throw new Error("A document has no series");
    const sequence = counter.sequence++;
    return { series_id: counter.series_id, sequence, number: numberText(document, sequence) };
  });
}

function numberText(document: Unnumbered, sequence: number): string {
  const { entity, kind } = document;
  return documentNumber({
    prefix: kind === "invoice" ? entity.invoice_prefix : entity.credit_note_prefix,
    financial_year: yearOf(document) || null,
    sequence,
    digits: entity.number_digits,
  });
}
