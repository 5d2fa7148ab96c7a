import { type SQL, sql } from "drizzle-orm";
import { importRows } from "@/db/schema";
import type { importRowKinds } from "@/lib/contracts/imports/import-rows";

export type RowKind = (typeof importRowKinds)[number];

const { parsed } = importRows;

/** Ready or already created, so that the figures of the check remain after the run. */
const counts = sql`${importRows.status} in ('ready', 'created')`;
const membership = sql`${parsed}->'membership'`;
const runs = sql`${counts} and ${membership}->>'status' in ('active', 'overdue', 'frozen')`;

export const dueSoon = sql`(${parsed}->>'due_soon_minor')::bigint`;
export const price = sql`(${parsed}->>'charged_minor')::bigint`;
/** Owed by the member; below zero: account credit. */
export const balance = sql`coalesce((${parsed}->'balance'->>'minor')::bigint, 0)`;

/**
 * Q1: weekly x52/12, four-weekly x13/12, yearly /12; packs, passes and fixed terms count 0. A plan that the run creates has
 * its terms in the row.
 */
export const monthlyShare = sql`coalesce((
  select case when p.kind <> 'recurring' then 0::numeric
    when p.interval_unit = 'day' then 365.25 / 12 / p.interval_count
    when p.interval_unit = 'week' then 52.0 / 12 / p.interval_count
    when p.interval_unit = 'month' then 1.0 / p.interval_count
    else 1.0 / 12 / p.interval_count end
  from (
    select kind, interval_unit, interval_count from membership_plans
    where organization_id = ${importRows.organization_id} and id = (${parsed}->>'plan_id')::uuid
    union all
    select n->>'kind', n->>'interval_unit', (n->>'interval_count')::int from (select ${parsed}->'new_plan') as of_row (n)
    where jsonb_typeof(n) = 'object'
  ) p), 1)`;

/** The rows behind each figure of the summary. */
export const rowsOfKind = (kind: RowKind): SQL => {
  switch (kind) {
    case "member":
      return sql`${counts} and not (${parsed}->>'joins_member')::boolean`;
    case "membership":
      return sql`${counts} and jsonb_typeof(${membership}) = 'object'`;
    case "recurring":
      return sql`${runs} and ${price} * ${monthlyShare} > 0`;
    case "due_in_30_days":
      return sql`${runs} and ${dueSoon} > 0`;
    case "owes":
      return sql`${counts} and ${balance} > 0`;
    case "has_credit":
      return sql`${counts} and ${balance} < 0`;
    case "with_warning":
      return sql`${counts} and ${importRows.problems} @> '[{"severity": "warning"}]'`;
  }
};
