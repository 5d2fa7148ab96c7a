import { type SQL, sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/access/check-ins";
import { getMemberRow } from "@/lib/domain/members";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { limitRows } from "@/lib/kernel/limit-rows";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { CheckInMethod } from "@/lib/values/statuses";
import { admittedColumns, deniedColumns, loadScans, type ScanRow } from "./scans";

export const listCheckIns = operation(contracts.listCheckIns, (ctx, input) => pageOfScans(ctx, input));

export const listMemberCheckIns = operation(contracts.listMemberCheckIns, async (ctx, { id, ...input }) => {
  await getMemberRow(ctx, id);
  return pageOfScans(ctx, { ...input, member_id: id });
});

export type ScanFilter = {
  member_id?: string | undefined;
  location_id?: string | undefined;
  from_on?: string | undefined;
  to_on?: string | undefined;
  outcome?: "admitted" | "denied" | undefined;
  method?: CheckInMethod[] | undefined;
  is_inside?: boolean | undefined;
  include_undone?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
};

export async function pageOfScans(ctx: Ctx<unknown>, filter: ScanFilter) {
  const limit = filter.limit + 1;
  const parts: SQL[] = [];
  if (filter.outcome !== "denied") parts.push(admitted(ctx, filter, limit));
  if (filter.outcome !== "admitted" && !filter.is_inside) parts.push(denied(ctx, filter, limit));
  const source = sql`
    select * from (${sql.join(parts, sql` union all `)}) scans order by ${newestScanFirst} limit ${limit}`;
  const rows = parts.length === 0 ? [] : await loadScans(ctx, source);
  return toPage(rows, filter.limit, (row: ScanRow) => [row.check_in_at, row.id]);
}

const newestScanFirst = sql`check_in_at desc, id desc`;

function admitted(ctx: Ctx<unknown>, filter: ScanFilter, limit: number): SQL {
  const rows = sql`select ${admittedColumns} from check_ins v where ${sql.join(
    [
      sql`v.organization_id = ${ctx.organization_id}`,
      ...scanConditions(ctx, filter, "v", sql`v.check_in_at`),
      ...(filter.from_on ? [sql`v.visit_on >= ${filter.from_on}::date`] : []),
      ...(filter.to_on ? [sql`v.visit_on <= ${filter.to_on}::date`] : []),
      ...(filter.is_inside
        ? [sql`v.check_out_at is null and v.undone_at is null and v.auto_check_out_at > ${ctx.now.toString()}`]
        : []),
      ...(filter.include_undone ? [] : [sql`v.undone_at is null`]),
    ],
    sql` and `,
  )} order by v.check_in_at desc, v.id desc`;
  return sql`(${limitRows(rows, newestScanFirst, limit)})`;
}

function denied(ctx: Ctx<unknown>, filter: ScanFilter, limit: number): SQL {
  const day = sql`(d.denied_at at time zone place.time_zone)::date`;
  const rows = sql`select ${deniedColumns} from denied_entries d
    join locations place on place.organization_id = d.organization_id and place.id = d.location_id
    where ${sql.join(
      [
        sql`d.organization_id = ${ctx.organization_id}`,
        ...scanConditions(ctx, filter, "d", sql`d.denied_at`),
        ...(filter.from_on ? [sql`${day} >= ${filter.from_on}::date`] : []),
        ...(filter.to_on ? [sql`${day} <= ${filter.to_on}::date`] : []),
      ],
      sql` and `,
    )} order by d.denied_at desc, d.id desc`;
  return sql`(${limitRows(rows, newestScanFirst, limit)})`;
}

/** UTC bounds one day wider than the local days, so that the index on time is used. */
function scanConditions(ctx: Ctx<unknown>, filter: ScanFilter, table: "v" | "d", at: SQL): SQL[] {
  const column = (name: string) => sql.raw(`${table}.${name}`);
  const { location_ids } = ctx.caller;
  const [before_at, before_id] = filter.cursor ? decodeCursor(filter.cursor, 2) : [];
  return [
    ...(location_ids ? [sql`${column("location_id")} = any(${sql.param([...location_ids])}::uuid[])`] : []),
    ...(filter.location_id ? [sql`${column("location_id")} = ${filter.location_id}`] : []),
    ...(filter.member_id ? [sql`${column("member_id")} = ${filter.member_id}`] : []),
    ...(filter.method ? [sql`${column("method")} = any(${sql.param(filter.method)}::text[])`] : []),
    ...(filter.from_on ? [sql`${at} >= ${filter.from_on}::timestamptz - interval '1 day'`] : []),
    ...(filter.to_on ? [sql`${at} < ${filter.to_on}::timestamptz + interval '2 days'`] : []),
    ...(before_at ? [sql`(${at}, ${column("id")}) < (${before_at}::timestamptz, ${before_id}::uuid)`] : []),
  ];
}
