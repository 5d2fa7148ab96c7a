import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import * as contracts from "@/lib/contracts/insight/dashboard";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { type Ctx, operation } from "@/lib/kernel/operation";

type Revenue = NonNullable<z.output<typeof contracts.getDashboard.output>["revenue"]>;
type Figures = { today: string; month_starts_on: string; new_members: number; new_members_last_month: number };

export const getDashboard = operation(contracts.getDashboard, async (ctx, { location_id }) => {
  if (location_id) await getLocationRow(ctx, location_id);
  const places = placesTable(ctx, location_id);
  const seesMoney = ctx.caller.permissions.has("revenue.read");
  const [figures, money] = await Promise.all([countNewMembers(ctx, places), seesMoney ? sumMoney(ctx, places) : null]);
  return { ...figures, ...money };
});

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

async function countNewMembers({ db, organization_id, now }: Ctx<unknown>, places: SQL): Promise<Figures> {
  const { rows } = await db.execute<Figures>(sql`
    with ${places}, joined as (
      select count(*) filter (where m.joined_on >= p.month_starts_on)::int as this_month,
        count(*) filter (where m.joined_on < p.month_starts_on)::int as last_month
      from places p
      join members m on m.organization_id = ${organization_id} and m.home_location_id = p.id and m.archived_at is null
        and m.joined_on >= p.last_month_starts_on and m.joined_on <= p.today
    )
    select coalesce(p.today, (${now.toString()}::timestamptz)::date)::text as today,
      coalesce(p.month_starts_on, date_trunc('month', ${now.toString()}::timestamptz)::date)::text as month_starts_on,
      joined.this_month as new_members, joined.last_month as new_members_last_month
    from joined left join (select * from places order by created_at, id limit 1) p on true`);
  const [row] = rows;
  if (!row) throw new Error("An aggregate without groups must return one row");
  return row;
}

async function sumMoney(ctx: Ctx<unknown>, places: SQL) {
  const [revenue, overdue] = await Promise.all([sumSales(ctx, places), sumArrears(ctx, places)]);
  return { revenue, overdue };
}

/** The known sales of this month. Imported memberships do not count, because they were sold elsewhere. */
async function sumSales({ db, organization_id }: Ctx<unknown>, places: SQL): Promise<Revenue> {
  const { rows } = await db.execute<Revenue[number]>(sql`
    with ${places}, sold as (
      select ms.currency, (ms.created_at at time zone p.time_zone)::date as "on",
        count(*)::int as memberships, sum(ms.price_minor + ms.joining_fee_minor)::float8 as amount_minor
      from places p
      join memberships ms on ms.organization_id = ${organization_id} and ms.location_id = p.id and ms.import_id is null
        and ms.created_at >= (select min(month_began_at) from places) and ms.created_at >= p.month_began_at
      group by 1, 2
    )
    select currency, sum(amount_minor)::float8 as amount_minor, sum(memberships)::int as memberships_sold,
      json_agg(json_build_object('on', "on", 'amount_minor', amount_minor) order by "on") as by_day
    from sold group by currency order by currency`);
  return rows;
}

async function sumArrears(
  { db, organization_id }: Ctx<unknown>,
  places: SQL,
): Promise<{ currency: string; amount_minor: number }[]> {
  const { rows } = await db.execute<{ currency: string; amount_minor: number }>(sql`
    with ${places}
    select ms.currency, sum(ms.arrears_minor)::float8 as amount_minor
    from memberships ms join places p on p.id = ms.location_id
    where ms.organization_id = ${organization_id} and ms.arrears_since_on is not null
    group by 1 order by 1`);
  return rows;
}
