import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import * as contracts from "@/lib/contracts/insight/dashboard";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { SingleFlightCache } from "@/lib/kernel/single-flight-cache";
import { moneyColumns } from "./money";
import { type Recurring, recurringQuery } from "./recurring";

/** Prices change seldom, and their sum reads every membership. A small gym always reads. */
const recurringMaxAgeMs = 60_000;
const cachedFromMemberships = 20_000;
const recentRecurring = new SingleFlightCache<Recurring[]>({
  max_age_ms: recurringMaxAgeMs,
  isCacheable: (rows) => rows.some(({ memberships }) => memberships >= cachedFromMemberships),
});

type Money = Pick<
  z.output<typeof contracts.getDashboard.output>,
  "billed" | "collected" | "outstanding" | "failed" | "disputes"
>;
type Figures = { today: string; month_starts_on: string; new_members: number; new_members_last_month: number };

export const getDashboard = operation(contracts.getDashboard, async (ctx, { location_id }) => {
  if (location_id) await getLocationRow(ctx, location_id);
  const seesMoney = ctx.caller.permissions.has("revenue.read");
  const { rows } = await ctx.db.execute<Figures & Money>(figures(ctx, location_id, seesMoney));
  const [row] = rows;
  if (!row) throw new Error("An aggregate without groups must return one row");
  return seesMoney ? { ...row, recurring: await readRecurring(ctx, location_id) } : row;
});

function readRecurring(ctx: Ctx<unknown>, location_id: string | undefined): Promise<Recurring[]> {
  const key = JSON.stringify([ctx.organization_id, ctx.caller.location_ids, location_id]);
  return recentRecurring.read(key, async () => {
    const query = sql`with ${placesTable(ctx, location_id)}, ${recurringQuery(ctx)}`;
    return (await ctx.db.execute<Recurring>(query)).rows;
  });
}

/** The figures of the month in one statement, because each statement repeats the locations and costs a round trip. */
const figures = (ctx: Ctx<unknown>, location_id: string | undefined, seesMoney: boolean): SQL => sql`
  with ${placesTable(ctx, location_id)}, ${joinedTable(ctx)}
  select coalesce(p.today, (${ctx.now.toString()}::timestamptz)::date) as today,
    coalesce(p.month_starts_on, date_trunc('month', ${ctx.now.toString()}::timestamptz)::date) as month_starts_on,
    joined.this_month as new_members, joined.last_month as new_members_last_month
    ${seesMoney ? moneyColumns(ctx) : sql``}
  from joined left join (select * from places order by created_at, id limit 1) p on true`;

/**
 * The caller's locations with their own today (B4) and first day of the month. Bounds are computed here, because row-level
 * security keeps expressions with a cast or time zone from using an index.
 */
function placesTable({ organization_id, caller, now }: Ctx<unknown>, location_id: string | undefined): SQL {
  return sql`places as materialized (
    select id, time_zone, (${now.toString()}::timestamptz at time zone time_zone)::date as today,
      date_trunc('month', ${now.toString()}::timestamptz at time zone time_zone)::date as month_starts_on,
      (date_trunc('month', ${now.toString()}::timestamptz at time zone time_zone) - interval '1 month')::date as last_month_starts_on,
      date_trunc('month', ${now.toString()}::timestamptz at time zone time_zone) at time zone time_zone as month_began_at,
      created_at
    from locations
    where organization_id = ${organization_id} and archived_at is null
      and (${location_id ?? null}::uuid is null or id = ${location_id ?? null}::uuid)
      and (${sql.param(caller.location_ids)}::uuid[] is null or id = any(${sql.param(caller.location_ids)}::uuid[]))
  )`;
}

const joinedTable = ({ organization_id }: Ctx<unknown>): SQL => sql`joined as (
    select count(*) filter (where m.joined_on >= p.month_starts_on)::int as this_month,
      count(*) filter (where m.joined_on < p.month_starts_on)::int as last_month
    from places p
    join members m on m.organization_id = ${organization_id} and m.home_location_id = p.id and m.archived_at is null
      and m.joined_on >= p.last_month_starts_on and m.joined_on <= p.today
  )`;
