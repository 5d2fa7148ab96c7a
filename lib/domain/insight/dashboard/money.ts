import { type SQL, sql } from "drizzle-orm";
import type { TenantCtx } from "@/lib/kernel/operation";

/** Columns with the money of the locations in the table `places`, a row for each currency. Each is read from an index alone. */
export const moneyColumns = (ctx: TenantCtx): SQL =>
  sql`, ${billed(ctx)} as billed, ${collected(ctx)} as collected, ${outstanding(ctx)} as outstanding,
    ${failed(ctx)} as failed, ${disputed(ctx)} as disputes`;

const firstMonth = sql`(select min(month_starts_on) from places)`;

const byCurrency = (rows: SQL): SQL =>
  sql`(select coalesce(json_agg(of_currency order by currency), '[]') from (${rows}) of_currency)`;

/** Invoices less credit notes of this month, with tax, as the list of invoices sums them. */
const billed = ({ organization_id }: TenantCtx): SQL =>
  byCurrency(sql`
    select currency, sum(minor)::float8 as amount_minor, sum(invoices)::int as invoices,
      json_agg(json_build_object('on', "on", 'amount_minor', minor::float8) order by "on") as by_day
    from (
      select i.currency, i.issued_on as "on", count(*) filter (where i.kind = 'invoice') as invoices,
        sum(case i.kind when 'invoice' then i.total_minor else -i.total_minor end) as minor
      from places p join invoices i on i.organization_id = ${organization_id} and i.location_id = p.id
        and i.voided_at is null and i.issued_on >= ${firstMonth} and i.issued_on between p.month_starts_on and p.today
      group by 1, 2
    ) of_day group by currency`);

/** Q5: a payment that was reversed is no money. A refund, and what a bank has taken back, count on the day on which they leave. */
const collected = ({ organization_id }: TenantCtx): SQL =>
  byCurrency(sql`
    select currency, sum(paid - refunded - disputed)::float8 as amount_minor, sum(paid)::float8 as payments_minor,
      sum(refunded)::float8 as refunds_minor, sum(disputed)::float8 as disputes_minor
    from (
      select y.currency, sum(y.amount_minor) as paid, 0 as refunded, 0 as disputed
      from places p join payments y on y.organization_id = ${organization_id} and y.location_id = p.id
        and y.reversed_at is null and y.received_on >= ${firstMonth} and y.received_on between p.month_starts_on and p.today
      group by 1
      union all
      select r.currency, 0, sum(r.amount_minor), 0
      from places p join refunds r on r.organization_id = ${organization_id} and r.location_id = p.id
        and r.refunded_on >= ${firstMonth} and r.refunded_on between p.month_starts_on and p.today
      group by 1
      union all
      select d.currency, 0, 0, sum(case when d.taken_at >= p.month_began_at then d.amount_minor else 0 end
        - case when d.returned_at >= p.month_began_at then d.amount_minor else 0 end)
      from places p join disputes d on d.organization_id = ${organization_id} and d.location_id = p.id
        and (d.taken_at >= p.month_began_at or d.returned_at >= p.month_began_at)
      group by 1
    ) moved group by currency`);

/** What is open of all invoices, of any day. */
const outstanding = ({ organization_id }: TenantCtx): SQL =>
  byCurrency(sql`
    select i.currency, sum(i.open_minor)::float8 as amount_minor, count(*)::int as invoices,
      coalesce(sum(i.open_minor) filter (where i.due_on < p.today), 0)::float8 as overdue_minor,
      (count(*) filter (where i.due_on < p.today))::int as overdue_invoices
    from invoices i join places p on p.id = i.location_id
    where i.organization_id = ${organization_id} and i.open_minor > 0
    group by 1`);

/** What a gateway could not collect this month and that was not paid since: the open amounts of invoices with a failed attempt. */
const failed = ({ organization_id }: TenantCtx): SQL =>
  byCurrency(sql`
    select i.currency, sum(i.open_minor)::float8 as amount_minor, count(*)::int as invoices
    from places p join invoices i on i.organization_id = ${organization_id} and i.location_id = p.id and i.open_minor > 0
      and i.debit_pending_since is null
    where i.id in (select a.invoice_id from payment_attempts a where a.organization_id = ${organization_id} and a.status = 'failed'
      and a.ended_at >= p.month_began_at)
    group by 1`);

/** Disputes that took money and were opened this month, beside the payments that gateways collected in it. */
const disputed = ({ organization_id }: TenantCtx): SQL =>
  byCurrency(sql`
    select currency, sum(opened)::int as disputes, sum(minor)::float8 as amount_minor, sum(paid)::int as payments
    from (
      select y.currency, count(*) as paid, 0 as opened, 0 as minor
      from places p join payments y on y.organization_id = ${organization_id} and y.location_id = p.id
        and y.gateway_id is not null and y.received_on >= ${firstMonth} and y.received_on between p.month_starts_on and p.today
      group by 1
      union all
      select d.currency, 0, count(*), sum(d.amount_minor)
      from places p join disputes d on d.organization_id = ${organization_id} and d.location_id = p.id
        and d.taken_at is not null and d.opened_at >= p.month_began_at
      group by 1
    ) counted group by currency`);
