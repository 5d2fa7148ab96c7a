import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";
import type { Gym } from "@/tests/support/gym/gym";

const rowsOf = async ({ organization_id }: Gym, query: ReturnType<typeof sql>): Promise<string[]> => {
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) => db.execute<{ text: string }>(query));
  return rows.map(({ text }) => text);
};

/** "2026-03-01 INV-00002 #1 5900 Visa 4242 failed insufficient_funds": each attempt by the day and the zone of its location. */
export const attemptStory = (gym: Gym): Promise<string[]> =>
  rowsOf(
    gym,
    sql`select concat_ws(' ', (a.created_at at time zone l.time_zone)::date, i.number, '#' || a.attempt_number, a.amount_minor,
        coalesce(a.method_label, a.method_kind), a.status, a.decline_code,
        case when (a.ended_at at time zone l.time_zone)::date > (a.created_at at time zone l.time_zone)::date
          then 'on ' || (a.ended_at at time zone l.time_zone)::date end) as text
      from payment_attempts a join invoices i on i.organization_id = a.organization_id and i.id = a.invoice_id
      join locations l on l.organization_id = i.organization_id and l.id = i.location_id
      where a.organization_id = ${gym.organization_id} order by a.created_at, i.number, a.attempt_number`,
  );

/** "2026-03-01 payment gateway_clearing 5900 receivables -5900": each booking after the invoices, with its accounts. */
export const moneyStory = (gym: Gym): Promise<string[]> =>
  rowsOf(
    gym,
    sql`select concat_ws(' ', e.booked_on, split_part(e.fact, ':', 1),
        (select string_agg(concat_ws(' ', l.account, l.amount_minor), ' ' order by l.amount_minor desc, l.account) from journal_lines l
          where l.organization_id = e.organization_id and l.entry_id = e.id)) as text
      from journal_entries e where e.organization_id = ${gym.organization_id} and e.fact not like 'recognition:%'
      order by e.booked_on, e.created_at, e.id`,
  );
