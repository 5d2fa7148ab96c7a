import { type SQL, sql } from "drizzle-orm";
import type { CalendarDay } from "@/lib/values/calendar-day";

export type RecognitionSpan = {
  organization_id: string;
  location: { id: string; time_zone: string };
  /** Both included. */
  first: CalendarDay;
  last: CalendarDay;
  now: string;
};

/** A UUID of version 8 that follows from a text. */
const uuidOf = (text: SQL): SQL => sql`overlay(overlay(md5(${text}) placing '8' from 13) placing '8' from 17)::uuid`;

/** The share of an amount that the days of a line have earned through `day`. */
const earned = (amount: SQL, day: SQL): SQL =>
  sql`round(${amount} * least(greatest(${day} - from_on + 1, 0), days) / days)`;

/** Signed sums over lines, by what they change. A credit note takes back. */
const sums = (day: SQL): SQL => {
  const [net, discount] = [earned(sql`net`, day), earned(sql`discount`, day)];
  const sign = sql`case kind when 'invoice' then 1 else -1 end`;
  return sql`sum(${sign} * ${net}) as deferred, sum(${sign} * ${discount}) as discounts,
    sum(${net} + ${discount}) filter (where kind = 'invoice') as sold,
    sum(${net} + ${discount}) filter (where kind = 'credit_note') as refunded`;
};

/**
 * Books the revenue of the days of a location, one entry for each legal entity, currency and day. What a day earns is what all lines
 * have earned through it, less what is booked already. So a document that was issued late, or voided, is made up for by the next day.
 * Lines that earn nothing more are summed once and not for each day.
 */
export function recognitionQuery({ organization_id, location, first, last, now }: RecognitionSpan): SQL {
  const [from, to] = [sql`${first}::date`, sql`${last}::date`];
  return sql`
  with line as materialized (
    select *, to_on < ${from} and issued_on < ${from}
        and (voided_on is null or voided_on < ${from} or voided_on > ${to}) as is_over
    from (
      select i.legal_entity_id, i.currency, i.kind, i.issued_on, l.from_on, l.to_on, l.to_on - l.from_on + 1 as days,
        (i.voided_at at time zone ${location.time_zone})::date as voided_on, l.net_minor::numeric as net,
        case when l.list_minor = l.discount_minor then l.discount_minor::numeric
          else round(l.discount_minor::numeric * l.net_minor / (l.list_minor - l.discount_minor)) end as discount
      from invoices i join invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
      where i.organization_id = ${organization_id} and l.organization_id = ${organization_id}
        and i.location_id = ${location.id} and i.finalized_at is not null and i.issued_on <= ${to} and l.from_on is not null
    ) document_line
  ), booked as (
    select e.legal_entity_id, e.currency, l.account, sum(l.amount_minor) as minor
    from journal_entries e join journal_lines l on l.organization_id = e.organization_id and l.entry_id = e.id
    where e.organization_id = ${organization_id} and l.organization_id = ${organization_id}
      and e.location_id = ${location.id} and e.fact like 'recognition:%'
    group by e.legal_entity_id, e.currency, l.account
  ), day as (
    select ${from} + step as day from generate_series(0, ${to} - ${from}) as step
  ), part as (
    select legal_entity_id, currency, null::date as day, ${sums(sql`to_on`)} from line
    where is_over and (voided_on is null or voided_on > ${to}) group by legal_entity_id, currency
    union all
    select legal_entity_id, currency, day, ${sums(sql`day`)} from line join day
      on issued_on <= day and (voided_on is null or voided_on > day)
    where not is_over group by legal_entity_id, currency, day
  ), earned as (
    select seller.legal_entity_id, seller.currency, day.day, coalesce(sum(deferred), 0) as deferred,
      coalesce(sum(discounts), 0) as discounts, coalesce(sum(sold), 0) as sold, coalesce(sum(refunded), 0) as refunded
    from (select legal_entity_id, currency from line union select legal_entity_id, currency from booked) seller
    cross join day
    left join part on part.legal_entity_id = seller.legal_entity_id and part.currency = seller.currency
      and (part.day is null or part.day = day.day)
    group by seller.legal_entity_id, seller.currency, day.day
  ), change as (
    select legal_entity_id, currency, day, account, total - coalesce(
      lag(total) over (partition by legal_entity_id, currency, account order by day),
      (select minor from booked b where b.legal_entity_id = earned.legal_entity_id and b.currency = earned.currency
        and b.account = of_account.account), 0) as minor
    from earned cross join lateral (values
      ('deferred_revenue', deferred), ('revenue', -sold), ('refunds', refunded), ('discounts', discounts)
    ) as of_account (account, total)
  ), entry as (
    insert into journal_entries (id, organization_id, legal_entity_id, location_id, booked_on, currency, fact, created_at)
    select ${uuidOf(sql`fact`)}, ${organization_id}, legal_entity_id, ${location.id}, day, currency, fact, ${now}
    from change cross join lateral (
      select concat('recognition:', ${location.id}::uuid, ':', legal_entity_id, ':', currency, ':', day) as fact
    ) named
    group by legal_entity_id, currency, day, fact having bool_or(minor <> 0)
    on conflict (organization_id, fact) do nothing
    returning id, legal_entity_id, currency, booked_on
  ), booking as (
    insert into journal_lines (id, organization_id, entry_id, account, amount_minor)
    select ${uuidOf(sql`concat(entry.id, account)`)}, ${organization_id}, entry.id, account, minor
    from entry join change on change.legal_entity_id = entry.legal_entity_id and change.currency = entry.currency
      and change.day = entry.booked_on
    where minor <> 0
  )
  select count(*)::int as entries from entry`;
}
