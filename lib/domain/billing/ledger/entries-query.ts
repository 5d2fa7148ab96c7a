import { type SQL, sql } from "drizzle-orm";
import type { Account } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";

export type EntryLine = {
  account: Account;
  amount_minor: number;
  member_id: string | null;
  company_id: string | null;
  payer_name: string | null;
  invoice_id: string | null;
  invoice_number: string | null;
};

export type Entry = {
  id: string;
  booked_on: CalendarDay;
  fact: string;
  currency: string;
  location_id: string;
  location_name: string;
  legal_entity_id: string;
  lines: EntryLine[];
};

type Terms = { organization_id: string; where: SQL; direction: "asc" | "desc"; limit: number };

/** Entries by day with their lines, debits first. The names are looked up for the lines of the page alone. */
export const entriesQuery = ({ organization_id, where, direction, limit }: Terms): SQL => sql`
  with page as (
    select e.* from journal_entries e where ${where}
    order by e.booked_on ${sql.raw(direction)}, e.id ${sql.raw(direction)} limit ${limit}
  )
  select page.id, page.booked_on::text, page.fact, page.currency, page.location_id, page.legal_entity_id,
    l.name as location_name, lines.lines
  from page join locations l on l.organization_id = ${organization_id} and l.id = page.location_id
  cross join lateral (
    select json_agg(json_build_object('account', j.account, 'amount_minor', j.amount_minor, 'member_id', j.member_id,
      'company_id', j.company_id, 'payer_name', coalesce(trim(m.first_name || ' ' || m.last_name), c.name),
      'invoice_id', j.invoice_id, 'invoice_number', i.number) order by j.amount_minor < 0, j.account, j.id) as lines
    from journal_lines j
    left join members m on m.organization_id = ${organization_id} and m.id = j.member_id
    left join companies c on c.organization_id = ${organization_id} and c.id = j.company_id
    left join invoices i on i.organization_id = ${organization_id} and i.id = j.invoice_id
    where j.organization_id = ${organization_id} and j.entry_id = page.id
  ) lines
  order by page.booked_on ${sql.raw(direction)}, page.id ${sql.raw(direction)}`;
