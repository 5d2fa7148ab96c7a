import { type SQL, sql } from "drizzle-orm";
import type { TenantCtx } from "@/lib/kernel/operation";

export type Recurring = { currency: string; amount_minor: number; memberships: number };

/** Q1: what an amount for each interval of a plan is in a month. A year has 52 weeks, or 365 days. */
const perMonth = (minor: SQL): SQL => sql`case p.interval_unit
  when 'month' then ${minor} / p.interval_count when 'year' then ${minor} / (12 * p.interval_count)
  when 'week' then ${minor} * 52 / (12 * p.interval_count) else ${minor} * 365 / (12 * p.interval_count) end`;

/** Without the tax that the price of the plan contains, at the rates of today. */
const withoutTax = (minor: SQL): SQL => sql`${minor} * case when p.is_price_with_tax
  then 1000000 / (1000000 + taxes.rate_ppm) else 1 end`;

/** What a discount takes off the price of the next period. */
const discountOf = sql`case when d.value ? 'percent_bp' then m.price_minor * (d.value ->> 'percent_bp')::numeric / 10000
  else least(m.price_minor, (d.value ->> 'amount_minor')::numeric) end`;

/**
 * The memberships that will be billed again, at the price of the next period for one month, without tax. Discounts count. Who is
 * frozen counts with the fee for each interval (Q2). A family discount is that of the last bill or action (J4). The prices come from an index; only the rows of freezes and discounts are read.
 * Needs the table `places`.
 */
export const recurringQuery = ({ organization_id }: TenantCtx): SQL => sql`
  base as (
    select m.plan_id, m.location_id, m.currency, m.price_minor::numeric as minor, count(*) as memberships
    from memberships m where m.organization_id = ${organization_id} and m.next_bill_on is not null
    group by 1, 2, 3, 4
  ), frozen as (
    select m.id, m.plan_id, m.location_id, m.currency, m.price_minor::numeric as minor, m.next_bill_on, f.fee
    from membership_freezes f
    join memberships m on m.organization_id = ${organization_id} and m.id = f.membership_id
    join places l on l.id = m.location_id
    where f.organization_id = ${organization_id} and f.from_on <= l.today and (f.to_on is null or f.to_on >= l.today)
      and f.fee ->> 'mode' <> 'full' and (m.cancelled_on is null or m.cancelled_on > l.today)
  ), part as (
    select plan_id, location_id, currency, minor, memberships as times, memberships from base
    union all
    select plan_id, location_id, currency, -minor, 1, -1 from frozen where next_bill_on is not null
    union all
    select plan_id, location_id, currency, (fee ->> 'amount_minor')::numeric, 1, 1 from frozen where fee ->> 'mode' = 'reduced'
    union all
    select m.plan_id, m.location_id, m.currency, -least(m.price_minor, sum(${discountOf})), 1, 0
    from (
      select membership_id from coupon_redemptions where organization_id = ${organization_id}
      union
      select f.id from membership_plans fp
      join memberships f on f.organization_id = ${organization_id} and f.plan_id = fp.id and f.next_bill_on is not null
      where fp.organization_id = ${organization_id} and fp.family_discounts <> '[]'::jsonb) r
    join memberships m on m.organization_id = ${organization_id} and m.id = r.membership_id and m.next_bill_on is not null
    cross join lateral jsonb_to_recordset(m.billing -> 'discounts')
      as d (value jsonb, periods int, used_periods int, from_on date, until_on date, applies_to text, plan_id uuid)
    where d.applies_to <> 'joining_fee' and (d.periods is null or d.used_periods < d.periods)
      and (d.until_on is null or d.until_on >= m.next_bill_on) and d.from_on <= m.next_bill_on
      and coalesce(d.plan_id, m.plan_id) = m.plan_id and not exists (select from frozen where frozen.id = m.id)
    group by m.id, m.plan_id, m.location_id, m.currency, m.price_minor
  )
  select part.currency, sum(round(${perMonth(withoutTax(sql`part.minor`))}) * times)::float8 as amount_minor,
    sum(memberships)::int as memberships
  from part join places l on l.id = part.location_id
  join membership_plans p on p.organization_id = ${organization_id} and p.id = part.plan_id
  cross join lateral (
    select coalesce(sum(t.rate_ppm), 0)::numeric as rate_ppm from locations o
    join legal_entities e on e.organization_id = ${organization_id}
      and (e.id = o.legal_entity_id or (o.legal_entity_id is null and e.is_default))
    left join tax_rates t on t.organization_id = ${organization_id} and t.legal_entity_id = e.id and t.tax_class = p.tax_class
      and t.from_on <= l.today and (t.to_on is null or t.to_on >= l.today)
    where o.organization_id = ${organization_id} and o.id = part.location_id
  ) taxes
  group by part.currency order by part.currency`;
