import { type SQL, sql } from "drizzle-orm";
import { importRows } from "@/db/schema";
import { getLocationRow } from "@/lib/domain/organization/locations";
import type { ClockCtx, ReadCtx } from "@/lib/kernel/operation";
import type { ImportRecord, Summary } from "./find";
import { listPlanChoices } from "./plan-choices";
import { balance, dueSoon, monthlyShare, price, type RowKind, rowsOfKind } from "./row-kinds";
import { isRowOf } from "./row-of";

/** X1: the figures of the import, to compare with the old system. Creates nothing. */
export async function summarize(ctx: ReadCtx & ClockCtx, record: ImportRecord): Promise<Summary> {
  const location = await getLocationRow(ctx, record.options.location_id);
  const [totals, plans, problems] = await Promise.all([
    countRows(ctx, record.id),
    listPlanChoices(ctx, record),
    countProblems(ctx, record.id),
  ]);
  return { ...totals, plans, problems, currency: location.currency };
}

async function countRows({ db, organization_id }: ReadCtx & ClockCtx, import_id: string) {
  const of = (status: string) => sql<number>`count(*) filter (where ${importRows.status} = ${status})::int`;
  const rows = (kind: RowKind) => sql<number>`count(*) filter (where ${rowsOfKind(kind)})::int`;
  const amount = (sum: SQL, kind: RowKind) =>
    sql<number>`coalesce(round(sum(${sum}) filter (where ${rowsOfKind(kind)})), 0)::float8`.mapWith(Number);
  const [row] = await db
    .select({
      ready: of("ready"),
      refused: of("refused"),
      skipped: of("skipped"),
      created: of("created"),
      with_warnings: rows("with_warning"),
      members: rows("member"),
      memberships: rows("membership"),
      due_in_30_days_minor: amount(dueSoon, "due_in_30_days"),
      debts_minor: amount(balance, "owes"),
      credits_minor: amount(sql`-${balance}`, "has_credit"),
      monthly_recurring_minor: amount(sql`${price} * ${monthlyShare}`, "recurring"),
    })
    .from(importRows)
    .where(isRowOf(organization_id, import_id));
  if (!row) throw new Error("An aggregate without groups has one row");
  return row;
}

const kindsListed = 50;
const rowsNamed = 5;

async function countProblems({ db, organization_id }: ReadCtx & ClockCtx, import_id: string) {
  const { rows } = await db.execute<Summary["problems"][number]>(sql`
    select p->>'code' as code, p->>'severity' as severity, min(p->>'field') as field,
      (array_agg(p->>'message' order by r.row_number))[1] as message,
      count(*)::int as rows, (array_agg(r.row_number order by r.row_number))[1:${rowsNamed}] as row_numbers
    from import_rows r, jsonb_array_elements(r.problems) p
    where r.organization_id = ${organization_id} and r.import_id = ${import_id} and jsonb_typeof(r.problems) = 'array'
    group by 1, 2 order by 2, 5 desc, 1 limit ${kindsListed}`);
  return rows;
}
