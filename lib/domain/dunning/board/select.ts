import { type SQL, sql } from "drizzle-orm";
import { undecidedDispute } from "@/lib/domain/gateways/disputes";
import type { OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import {
  type DunningEndReason,
  type DunningGroup,
  type DunningStatus,
  type DunningStopReason,
  type NextTrySource,
  soonHours,
  writeOffSoonDays,
} from "@/lib/values/dunning";
import type { DeclineCode } from "@/lib/values/gateways";
import { refusedAfterDays } from "@/lib/values/membership-rules/overdue-entry";
import { policiesOf } from "@/lib/values/policies";
import { likePatterns, searchTerms } from "@/lib/values/search-terms";

/** A case with what the board, the member's page and the invoice show of it. Instants are ISO 8601 in UTC. */
export type StoredCase = {
  id: string;
  invoice_id: string;
  invoice_number: string;
  description: string;
  location_id: string;
  location_name: string;
  time_zone: string;
  payer_member_id: string | null;
  payer_company_id: string | null;
  payer_name: string;
  open_minor: number;
  currency: string;
  due_on: CalendarDay;
  today: CalendarDay;
  has_membership: boolean;
  status: DunningStatus;
  group: DunningGroup | null;
  tries: number;
  first_failed_on: CalendarDay;
  next_try_at: string | null;
  next_try_source: NextTrySource | null;
  is_in_line: boolean;
  is_live: boolean;
  is_method_refused: boolean;
  /** A dispute of the invoice that the bank has not decided. */
  dispute_id: string | null;
  last_decline_code: DeclineCode | null;
  last_failed_at: string | null;
  vendor_code: string | null;
  method_label: string | null;
  stop_reason: DunningStopReason | null;
  paused_at: string | null;
  paused_by_name: string | null;
  pause_reason: string | null;
  paused_until: string | null;
  end_reason: DunningEndReason | null;
  ended_at: string | null;
  version: number;
};

export type BoardCtx = ReadCtx & OrganizationCtx;

export type BoardFilters = {
  group?: readonly DunningGroup[] | undefined;
  status?: readonly DunningStatus[] | undefined;
  location_id?: string | undefined;
  q?: string | undefined;
  invoice_id?: string | undefined;
  member_id?: string | undefined;
  company_id?: string | undefined;
  id?: string | undefined;
};

const iso = (column: SQL): SQL => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What happens next, over a case `d`, its invoice `i` and the local day `t.today`. */
function groupOf({ organization, now }: OrganizationCtx): SQL {
  const policies = policiesOf(organization);
  const write_off_days = policies.unpaid_write_off_days;
  return sql`case
    when d.status = 'ended' then null
    when q.dispute_id is not null then 'dispute_open'
    when ${write_off_days !== null} and d.status <> 'paused'
      and i.due_on + ${write_off_days ?? 0}::int - t.today <= ${writeOffSoonDays}::int then 'write_off_soon'
    when d.status = 'paused' then 'paused'
    when d.status = 'open' and (d.next_try_at is null or d.next_try_at < ${now.add({ hours: soonHours }).toString()}::timestamptz)
      then 'retry_soon'
    when d.status = 'open' then 'retry_later'
    when d.stop_reason <> 'no_tries_left' then 'needs_method'
    when p.has_membership and i.due_on + ${refusedAfterDays(policies)}::int <= t.today then 'door_closed'
    else 'tries_over' end`;
}

/** `select` the cases within the caller's reach (A3) that the filters leave, as `c`. */
export function casesWith(ctx: BoardCtx, filters: BoardFilters): SQL {
  const { organization_id, caller, now } = ctx;
  const { group, status, location_id, q, invoice_id, member_id, company_id, id } = filters;
  const all: SQL[] = [sql`d.organization_id = ${organization_id}`];
  const when = (condition: SQL | false | undefined) => condition && all.push(condition);
  when(caller.location_ids !== null && sql`i.location_id = any(${sql.param([...caller.location_ids])}::uuid[])`);
  when(
    id !== undefined
      ? sql`d.id = ${id}::uuid`
      : status
        ? sql`d.status = any(${sql.param([...status])}::text[])`
        : sql`d.status <> 'ended'`,
  );
  when(location_id !== undefined && sql`i.location_id = ${location_id}::uuid`);
  when(invoice_id !== undefined && sql`i.id = ${invoice_id}::uuid`);
  when(member_id !== undefined && sql`i.payer_member_id = ${member_id}::uuid`);
  when(company_id !== undefined && sql`i.payer_company_id = ${company_id}::uuid`);
  when(q !== undefined && searched(q));
  const grouped = group ? sql`where b."group" = any(${sql.param([...group])}::text[])` : sql``;
  return sql`(select * from (
    select d.id, d.invoice_id, coalesce(i.number, '') as invoice_number, coalesce(p.description, '') as description,
      i.location_id, l.name as location_name, l.time_zone, i.payer_member_id, i.payer_company_id,
      coalesce(trim(m.first_name || ' ' || m.last_name), k.name, '') as payer_name, i.open_minor, i.total_minor, i.currency,
      i.due_on::text, t.today::text, p.has_membership, d.status, ${groupOf(ctx)} as "group", d.tries, d.first_failed_on::text,
      ${iso(sql`d.next_try_at`)} as next_try_at, d.next_try_source, d.in_line_since is not null as is_in_line,
      exists (select from payment_attempts a where a.organization_id = d.organization_id and a.invoice_id = d.invoice_id
        and a.ended_at is null) as is_live,
      d.is_method_refused, q.dispute_id, d.last_decline_code, ${iso(sql`d.last_failed_at`)} as last_failed_at, f.vendor_code, f.method_label,
      d.stop_reason, ${iso(sql`d.paused_at`)} as paused_at, u.name as paused_by_name, d.pause_reason,
      ${iso(sql`d.paused_until`)} as paused_until, d.end_reason, ${iso(sql`d.ended_at`)} as ended_at, d.version,
      ${iso(sql`coalesce(d.next_try_at, d.ended_at, i.due_on::timestamp at time zone 'UTC')`)} as sorted_at
    from dunning_cases d
    join invoices i on i.organization_id = d.organization_id and i.id = d.invoice_id
    join locations l on l.organization_id = d.organization_id and l.id = i.location_id
    cross join lateral (select (${now.toString()}::timestamptz at time zone l.time_zone)::date as today) t
    cross join lateral (select bool_or(b.membership_id is not null) as has_membership,
      (array_agg(b.description order by b.position))[1] as description from invoice_lines b
      where b.organization_id = d.organization_id and b.invoice_id = d.invoice_id) p
    cross join lateral (select ${undecidedDispute(sql`d.organization_id`, sql`d.invoice_id`)} as dispute_id) q
    left join members m on m.organization_id = d.organization_id and m.id = i.payer_member_id
    left join companies k on k.organization_id = d.organization_id and k.id = i.payer_company_id
    left join users u on u.id = d.paused_by
    left join lateral (select a.vendor_code, a.method_label from dunning_steps s
      join payment_attempts a on a.organization_id = s.organization_id and a.id = s.attempt_id
      where s.organization_id = d.organization_id and s.case_id = d.id order by s.at desc, s.id desc limit 1) f on true
    where ${sql.join(all, sql` and `)}) b ${grouped}) c`;
}

/** By the number of the invoice or the name of the payer. */
function searched(q: string): SQL {
  const terms = searchTerms(q);
  const named = (text: SQL): SQL =>
    terms.length === 0
      ? sql`false`
      : sql.join(
          terms.map((term) => sql`${text} like any(${sql.param(likePatterns(term))}::text[])`),
          sql` and `,
        );
  return sql`(starts_with(i.number, ${q.toUpperCase()}) or (${named(sql`m.search_text`)}) or (${named(sql`lower(k.name)`)}))`;
}
