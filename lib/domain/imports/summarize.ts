import { and, eq, sql } from "drizzle-orm";
import { importRows } from "@/db/schema";
import { getLocationRow } from "@/lib/domain/locations";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import type { ImportRecord, Summary } from "./find";
import { listPlanChoices } from "./plan-choices";

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
  const ready = sql`${importRows.status} in ('ready', 'created')`;
  const membership = sql`${importRows.parsed}->'membership'`;
  const runs = sql`${ready} and ${membership}->>'status' in ('active', 'overdue', 'frozen')`;
  const price = sql`(${importRows.parsed}->>'price_minor')::bigint`;
  const due = sql`${membership}->>'next_bill_on' between ${today} and ${addDays(today, 30)}`;
  const [row] = await db
    .select({
      ready: of("ready"),
      refused: of("refused"),
      skipped: of("skipped"),
      created: of("created"),
      with_warnings: sql<number>`count(*) filter (where ${ready} and ${importRows.problems} @> '[{"severity": "warning"}]')::int`,
      members: sql<number>`count(*) filter (where ${ready} and not (${importRows.parsed}->>'joins_member')::boolean)::int`,
      memberships: sql<number>`count(*) filter (where ${ready} and jsonb_typeof(${membership}) = 'object')::int`,
      due_in_30_days_minor: sql<number>`coalesce(sum(${price}) filter (where ${runs} and ${due}), 0)::float8`.mapWith(
        Number,
      ),
      monthly_recurring_minor:
        sql<number>`coalesce(round(sum(${price} * ${monthlyShare}) filter (where ${runs})), 0)::float8`.mapWith(Number),
    })
    .from(importRows)
    .where(and(eq(importRows.organization_id, organization_id), eq(importRows.import_id, import_id)));
  if (!row) throw new Error("An aggregate without groups has one row");
  return row;
}

/** Q1: weekly x52/12, four-weekly x13/12, yearly /12; packs, passes and fixed terms count nothing. A plan still to be created bills monthly. */
const monthlyShare = sql`coalesce((
  select case when p.kind <> 'recurring' then 0::numeric
    when p.interval_unit = 'day' then 365.25 / 12 / p.interval_count
    when p.interval_unit = 'week' then 52.0 / 12 / p.interval_count
    when p.interval_unit = 'month' then 1.0 / p.interval_count
    else 1.0 / 12 / p.interval_count end
  from membership_plans p
  where p.organization_id = ${importRows.organization_id} and p.id = (${importRows.parsed}->>'plan_id')::uuid), 1)`;

async function countProblems({ db, organization_id }: Scope, import_id: string) {
  const { rows } = await db.execute<{ code: string; message: string; rows: number }>(sql`
    select p->>'code' as code, min(p->>'message') as message, count(*)::int as rows
    from import_rows r, jsonb_array_elements(r.problems) p
    where r.organization_id = ${organization_id} and r.import_id = ${import_id} and jsonb_typeof(r.problems) = 'array'
    group by 1 order by 3 desc limit 20`);
  return rows;
}
