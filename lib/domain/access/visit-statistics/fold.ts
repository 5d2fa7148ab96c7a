import { sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/tenancy";
import { lockFold } from "@/lib/domain/organization/closed-days";
import { isDue, settledAt } from "./read";

export type FoldScope = { db: Database; organization_id: string; now: Temporal.Instant };

/** Adds past days to visit_hours, for each location up to its local yesterday. Idempotent. */
export async function foldVisits(scope: FoldScope): Promise<void> {
  const { db, organization_id, now } = scope;
  const settled = settledAt(now);
  const { rows } = await db.execute<{ location_id: string; to_on: string }>(sql`
    select l.id as location_id, ((${settled}::timestamptz at time zone l.time_zone)::date - 1)::text as to_on
    from locations l
    left join visit_folds f on f.organization_id = l.organization_id and f.location_id = l.id
    where l.organization_id = ${organization_id} and ${isDue(settled)}
    order by l.id`);
  for (const { location_id, to_on } of rows) await foldLocation(scope, location_id, to_on);
}

async function foldLocation({ db, organization_id }: FoldScope, location_id: string, to_on: string): Promise<void> {
  await lockFold(db, location_id, "fold");
  // Another process may have folded in the meantime. Only a statement that begins after the lock sees its rows.
  await db.execute(sql`
    with due as materialized (
      select coalesce((select folded_to_on from visit_folds
        where organization_id = ${organization_id} and location_id = ${location_id}), '-infinity'::date) as after_on
    ),
    counted as (
      insert into visit_hours (organization_id, location_id, visit_on, local_hour, method, visits)
      select v.organization_id, v.location_id, v.visit_on, v.local_hour, v.method, count(*)
      from check_ins v, due
      where v.organization_id = ${organization_id} and v.location_id = ${location_id} and v.undone_at is null
        and v.visit_on > due.after_on and v.visit_on <= ${to_on}::date
      group by 1, 2, 3, 4, 5
      on conflict (organization_id, location_id, visit_on, local_hour, method) do update set visits = excluded.visits
    )
    insert into visit_folds (organization_id, location_id, folded_to_on)
    values (${organization_id}, ${location_id}, ${to_on}::date)
    on conflict (organization_id, location_id)
    do update set folded_to_on = greatest(visit_folds.folded_to_on, excluded.folded_to_on)`);
}
