import { asc, type SQL, sql } from "drizzle-orm";
import { importRows } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports/import-rows";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { type ClockCtx, operation } from "@/lib/kernel/operation";
import type { ImportField } from "@/lib/values/import-fields";
import { truncate } from "@/lib/values/storable-text";
import { countryOfLocation } from "./calling-codes";
import { dateColumns, isOpen, listDates } from "./date-order";
import { getImportRecord, type ImportRecord } from "./find";
import { openQuestions } from "./open-questions";
import { parseDate } from "./parse/parse-date";
import { recogniseColumns } from "./parse/recognise-columns";
import { readPlans } from "./plan-prices";
import { isRowOf } from "./row-of";

const rowsLookedAt = 200;
const samplesShown = 3;
const longestSample = 120;
/** Dates that distinguish day-first from month-first. */
const dayAndMonth = 5;
const phoneFields: ReadonlySet<ImportField> = new Set(["mobile", "phone", "emergency_contact_phone", "guardian_phone"]);

export const readImport = operation(contracts.readImport, async (ctx, { id }) => {
  const record = await getImportRecord(ctx, id);
  const location = await getLocationRow(ctx, record.options.location_id);
  const { currency } = location;
  const [columns, dates, duplicate_emails, phones_without_country, rows_without_location, plans] = await Promise.all([
    readColumns(ctx, record),
    readDates(ctx, record),
    findDuplicates(ctx, record),
    findPhones(ctx, record),
    countWithoutLocation(ctx, record),
    readPlans(ctx, record, currency),
  ]);
  return {
    ...{ columns, dates, duplicate_emails, phones_without_country, rows_without_location, plans, currency },
    country: countryOfLocation(location, ctx.organization.locale),
    open_questions: openQuestions(record, plans, currency),
  };
});

async function readColumns({ db, organization_id }: ClockCtx, { id, headers }: ImportRecord) {
  const rows = await db
    .select({ raw: importRows.raw })
    .from(importRows)
    .where(isRowOf(organization_id, id))
    .orderBy(asc(importRows.row_number))
    .limit(rowsLookedAt);
  return recogniseColumns(headers).columns.map(({ index, field, confidence }) => {
    const values = new Set(
      rows.map(({ raw }) => truncate(raw[index]?.trim() ?? "", longestSample)).filter((value) => value),
    );
    return {
      recognised_as: field,
      is_certain: confidence === "certain",
      samples: [...values].slice(0, samplesShown) as string[],
    };
  });
}

async function readDates(ctx: ClockCtx, record: ImportRecord) {
  const evidence = record.date_format_evidence;
  if (!isOpen(evidence)) return null;
  const latest_year = Number(ctx.now.toString().slice(0, 4)) + 20;
  const readings = (await listDates(ctx, record.id, dateColumns(record.mapping))).map((text) => ({
    text,
    day_first: parseDate(text, "dmy", { latest_year }),
    month_first: parseDate(text, "mdy", { latest_year }),
  }));
  const telling = readings
    .filter(({ day_first, month_first }) => day_first !== month_first)
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  const find = (fits: (reading: (typeof telling)[number]) => unknown) => telling.find(fits);
  const either = find(({ day_first, month_first }) => day_first && month_first);
  const examples =
    evidence === "mixed"
      ? [find(({ month_first }) => !month_first), find(({ day_first }) => !day_first)]
      : [either, find(({ text }) => text.slice(0, dayAndMonth) !== either?.text.slice(0, dayAndMonth))];
  return { is_mixed: evidence === "mixed", examples: examples.filter((one) => one !== undefined) };
}

const cells = ({ organization_id }: ClockCtx, { id }: ImportRecord, columns: number[]): SQL => sql`
  select r.row_number, trim(r.raw->>c.position) as cell
  from import_rows r cross join unnest(${sql.param(columns)}::int[]) as c(position)
  where r.organization_id = ${organization_id} and r.import_id = ${id}`;

const positionsOf = ({ mapping }: ImportRecord, wanted: (field: ImportField) => boolean): number[] =>
  Object.entries(mapping).flatMap(([position, field]) => (wanted(field) ? [Number(position)] : []));

type Found = { rows: number; examples: string[] | null };

async function firstFound({ db }: ClockCtx, query: SQL): Promise<{ rows: number; examples: string[] } | null> {
  const { rows } = await db.execute<Found>(query);
  const [found] = rows;
  return found && found.rows > 0 ? { rows: found.rows, examples: found.examples ?? [] } : null;
}

/** All rows but the first with an address, and also the first if a member has the address. */
async function findDuplicates(ctx: ClockCtx, record: ImportRecord) {
  const columns = positionsOf(record, (field) => field === "email");
  if (columns.length === 0) return null;
  return firstFound(
    ctx,
    sql`
    with twice as (
      select mails.email, rows - (case when m.id is null then 1 else 0 end) as rows
      from (select lower(cell) as email, count(*)::int as rows from (${cells(ctx, record, columns)}) c where cell like '%_@_%' group by 1) mails
      left join members m on m.organization_id = ${ctx.organization_id} and m.email = mails.email
      where rows > 1 or m.id is not null)
    select coalesce(sum(rows), 0)::int as rows, (array_agg(email order by rows desc, email))[1:2] as examples from twice`,
  );
}

async function findPhones(ctx: ClockCtx, record: ImportRecord) {
  const columns = positionsOf(record, (field) => phoneFields.has(field));
  if (columns.length === 0) return null;
  return firstFound(
    ctx,
    sql`
    select count(distinct row_number)::int as rows, (array_agg(cell order by row_number))[1:2] as examples
    from (${cells(ctx, record, columns)}) c
    where cell ~ '^[^+]*\\d([^+]*\\d){4}' and cell !~ '^\\D*00'`,
  );
}

async function countWithoutLocation(ctx: ClockCtx, record: ImportRecord): Promise<number> {
  const columns = positionsOf(record, (field) => field === "location");
  if (columns.length === 0) return record.total_rows;
  const found = await firstFound(
    ctx,
    sql`select count(*)::int as rows, null as examples from (${cells(ctx, record, columns)}) c where coalesce(cell, '') = ''`,
  );
  return found?.rows ?? 0;
}
