import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import * as contracts from "@/lib/contracts/insight/dashboard";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { type Ctx, operation } from "@/lib/kernel/operation";

type Money = Pick<z.output<typeof contracts.getDashboard.output>, "revenue" | "overdue">;
type Figures = { today: string; month_starts_on: string; new_members: number; new_members_last_month: number };

export const getDashboard = operation(contracts.getDashboard, async (ctx, { location_id }) => {
  if (location_id) await getLocationRow(ctx, location_id);
  const seesMoney = ctx.caller.permissions.has("revenue.read");
  const { rows } = await ctx.db.execute<Figures & Money>(figures(ctx, location_id, seesMoney));
  const [row] = rows;
  if (!row) throw new Error("An aggregate without groups must return one row");
  return row;
});

/** All figures in one statement, because each statement repeats the locations and costs a round trip. */
const figures = (ctx: Ctx<unknown>, location_id: string | undefined, seesMoney: boolean): SQL => sql`
  with ${placesTable(ctx, location_id)}, ${joinedTable(ctx)}
  select coalesce(p.today, (${ctx.now.toString()}::timestamptz)::date) as today,
    coalesce(p.month_starts_on, date_trunc('month', ${ctx.now.toString()}::timestamptz)::date) as month_starts_on,
    joined.this_month as new_members, joined.last_month as new_members_last_month
    ${seesMoney ? sql`, ${revenue(ctx)} as revenue, ${overdue(ctx)} as overdue` : sql``}
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

/** The known sales of this month. Memberships that were imported or transferred do not count, because they were sold elsewhere or before. */
const revenue = ({ organization_id }: Ctx<unknown>): SQL => sql`(
    select coalesce(json_agg(of_currency order by currency), '[]') from (
      select currency, sum(amount_minor)::float8 as amount_minor, sum(memberships)::int as memberships_sold,
        json_agg(json_build_object('on', "on", 'amount_minor', amount_minor) order by "on") as by_day
      from (
        select ms.currency, (ms.created_at at time zone p.time_zone)::date as "on",
          count(*)::int as memberships, sum(ms.price_minor + ms.joining_fee_minor)::float8 as amount_minor
        from places p
        join memberships ms on ms.organization_id = ${organization_id} and ms.location_id = p.id and ms.import_id is null
          and ms.transferred_from_id is null
          and ms.created_at >= (select min(month_began_at) from places) and ms.created_at >= p.month_began_at
        group by 1, 2
      ) sold
      group by currency
    ) of_currency)`;

const overdue = ({ organization_id }: Ctx<unknown>): SQL => sql`(
    select coalesce(json_agg(of_currency order by currency), '[]') from (
      select ms.currency, sum(ms.arrears_minor)::float8 as amount_minor
      from memberships ms join places p on p.id = ms.location_id
      where ms.organization_id = ${organization_id} and ms.arrears_since_on is not null
      group by 1
    ) of_currency)`;
