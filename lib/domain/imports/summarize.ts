import { and, eq, type SQL, sql } from "drizzle-orm";
import { importRows } from "@/db/schema";
import { getLocationRow } from "@/lib/domain/locations";
import type { Ctx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { ImportRecord, Summary } from "./find";
import { listPlanChoices } from "./plan-choices";
import { monthlyShare, price, type RowKind, rowsOfKind } from "./row-kinds";

type Scope = Pick<Ctx<unknown>, "db" | "caller" | "organization_id" | "now">;

/** X1: what would happen, in numbers to compare with the old system. Nothing is created yet. */
export async function summarize(ctx: Scope, record: ImportRecord): Promise<Summary> {
  const place = await getLocationRow(ctx, record.options.location_id);
  const today = dayAt(ctx.now.toString(), place.time_zone);
  const [totals, plans, problems] = await Promise.all([
    countRows(ctx, record.id, today),
    listPlanChoices(ctx, record),
    countProblems(ctx, record.id),
  ]);
  return { ...totals, plans, problems, currency: place.currency };
}

async function countRows({ db, organization_id }: Scope, import_id: string, today: string) {
  const of = (status: string) => sql<number>`count(*) filter (where ${importRows.status} = ${status})::int`;
  const rows = (kind: RowKind) => sql<number>`count(*) filter (where ${rowsOfKind(kind, today)})::int`;
  const amount = (sum: SQL, kind: RowKind) =>
    sql<number>`coalesce(round(sum(${sum}) filter (where ${rowsOfKind(kind, today)})), 0)::float8`.mapWith(Number);
  const [row] = await db
    .select({
      ready: of("ready"),
      refused: of("refused"),
      skipped: of("skipped"),
      created: of("created"),
      with_warnings: rows("with_warning"),
      members: rows("member"),
      memberships: rows("membership"),
      due_in_30_days_minor: amount(price, "due_in_30_days"),
      monthly_recurring_minor: amount(sql`${price} * ${monthlyShare}`, "recurring"),
    })
    .from(importRows)
    .where(and(eq(importRows.organization_id, organization_id), eq(importRows.import_id, import_id)));
  if (!row) throw new Error("An aggregate without groups has one row");
  return row;
}

async function countProblems({ db, organization_id }: Scope, import_id: string) {
  const { rows } = await db.execute<{ code: string; message: string; rows: number }>(sql`
    select p->>'code' as code, min(p->>'message') as message, count(*)::int as rows
    from import_rows r, jsonb_array_elements(r.problems) p
    where r.organization_id = ${organization_id} and r.import_id = ${import_id} and jsonb_typeof(r.problems) = 'array'
    group by 1 order by 3 desc limit 20`);
  return rows;
}
