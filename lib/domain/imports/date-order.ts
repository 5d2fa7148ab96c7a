import { sql } from "drizzle-orm";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { ImportRecord, Options } from "./find";
import { type DateFormat, type DateFormatFinding, dateFormatEvidence, dateFormatNamedIn } from "./parse/date-format";
import { type ColumnMapping, dateFields } from "./parse/fields";

type Evidence = DateFormatFinding["format"];

/** The format that the dates prove, otherwise the one in a header; null: the owner has to choose (X5). */
export function dateOrder(evidence: Evidence, headers: readonly string[]): DateFormat | null {
  if (evidence === "iso" || evidence === "dmy" || evidence === "mdy") return evidence;
  const named = headers.map(dateFormatNamedIn).find((format) => format !== null);
  return named ?? (evidence === "none" ? "iso" : null);
}

export const dateColumns = (mapping: ColumnMapping): number[] =>
  Object.entries(mapping).flatMap(([position, field]) => (dateFields.has(field) ? [Number(position)] : []));

/** The distinct dates of these columns, without times. Their number is limited by the days of a century, not by the file. */
export async function listDates({ db, organization_id }: TenantCtx, id: string, columns: number[]): Promise<string[]> {
  if (columns.length === 0) return [];
  const { rows } = await db.execute<{ text: string }>(sql`
    select distinct left(trim(r.raw->>c.position), 10) as text
    from import_rows r cross join unnest(${sql.param(columns)}::int[]) as c(position)
    where r.organization_id = ${organization_id} and r.import_id = ${id} and trim(coalesce(r.raw->>c.position, '')) <> ''`);
  return rows.map(({ text }) => text);
}

/** Other date columns are other evidence, so the format is determined again. */
export async function settledDates(
  ctx: TenantCtx,
  record: ImportRecord,
  columns: ColumnMapping,
  options: Options,
): Promise<Pick<ImportRecord, "date_format_evidence" | "options">> {
  const before = record.date_format_evidence;
  const now = dateColumns(columns);
  if (String(now) === String(dateColumns(record.mapping))) return { date_format_evidence: before, options };
  const evidence = dateFormatEvidence();
  for (const text of await listDates(ctx, record.id, now)) evidence.add(text);
  const { format } = evidence.finding();
  const isAnswered = options.date_format !== record.options.date_format || isOpen(before);
  const date_format = isOpen(format) && isAnswered ? options.date_format : dateOrder(format, record.headers);
  return { date_format_evidence: format, options: { ...options, date_format } };
}

export const isOpen = (evidence: string): boolean => evidence === "ambiguous" || evidence === "mixed";
