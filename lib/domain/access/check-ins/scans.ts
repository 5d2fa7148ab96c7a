import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { checkIn } from "@/lib/contracts/access/check-ins";
import { photoUrl } from "@/lib/domain/members";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import type { Ctx, TenantCtx } from "@/lib/kernel/operation";
import type { EndedFreeze } from "@/lib/values/billing-state";
import { inMilliseconds } from "@/lib/values/instant";
import { localTimeWithOffset } from "@/lib/values/wall-time";
import type { EntryContext, Person } from "./entry-context";
import type { NewVisit } from "./visit-rows";

/** A check-in or a denied entry, as the API returns it. */
export type ScanRow = z.input<typeof checkIn>;

type Slug = { slug: string };

export const visitorOf = ({ photo_file_id, id, member_code, first_name, last_name }: Person, organization: Slug) => ({
  id,
  member_code,
  first_name,
  last_name,
  photo_url: photoUrl({ id, photo_file_id }, organization),
});

/** The scan of a visit that was just written, without another query. */
export function scanOfVisit(
  { facts, person, organization }: EntryContext,
  visit: NewVisit,
  check_out_at: string | null,
): ScanRow {
  const { location, memberships } = facts;
  return {
    id: visit.id,
    outcome: "admitted",
    member: person && visitorOf(person, organization),
    location_id: location.id,
    location_name: location.name,
    membership_id: visit.membership_id,
    plan_name: memberships.find(({ id }) => id === visit.membership_id)?.plan_name ?? null,
    ...times(visit.check_in_at, location.time_zone),
    visit_on: visit.visit_on,
    check_out_at: check_out_at && inMilliseconds(check_out_at),
    check_out_kind: check_out_at ? "backdated" : null,
    received_at: inMilliseconds(visit.received_at),
    method: facts.credential.kind,
    denied_reason: null,
    warnings: visit.warnings,
    overridden_reason: visit.overridden_reason,
    staff_reason: visit.staff_reason,
    ended_freeze: shownFreeze(visit.ended_freeze),
    undone_at: null,
    undo_reason: null,
  };
}

type ScanRecord = Omit<
  ScanRow,
  "member" | "check_in_time" | "check_out_at" | "received_at" | "undone_at" | "ended_freeze"
> & {
  member: Person | null;
  organization: Slug;
  ended_freeze: EndedFreeze | null;
  time_zone: string;
  check_out_at: string | null;
  received_at: string;
  undone_at: string | null;
};

function toScan({ member, organization, time_zone, ...row }: ScanRecord): ScanRow {
  return {
    ...row,
    ...times(row.check_in_at, time_zone),
    member: member && visitorOf(member, organization),
    ended_freeze: shownFreeze(row.ended_freeze),
    check_out_at: row.check_out_at && inMilliseconds(row.check_out_at),
    received_at: inMilliseconds(row.received_at),
    undone_at: row.undone_at && inMilliseconds(row.undone_at),
  };
}

const shownFreeze = (freeze: EndedFreeze | null): ScanRow["ended_freeze"] =>
  freeze && { from_on: freeze.from_on, to_on: freeze.to_on };

const times = (instant: string, timeZone: string) => ({
  check_in_at: inMilliseconds(instant),
  check_in_time: localTimeWithOffset(instant, timeZone),
});

/** Check-ins and denied entries have the same columns. */
export const admittedColumns = sql`v.id, 'admitted' as outcome, v.member_id, v.location_id, v.membership_id, v.check_in_at,
  v.visit_on, v.check_out_at, v.check_out_kind, v.received_at, v.method, null as denied_reason, v.warnings,
  v.overridden_reason, v.staff_reason, v.ended_freeze, v.undone_at, v.undo_reason`;

export const deniedColumns = sql`d.id, 'denied' as outcome, d.member_id, d.location_id, null::uuid as membership_id,
  d.denied_at as check_in_at, null::date as visit_on, null::timestamptz as check_out_at, null as check_out_kind,
  d.denied_at as received_at, d.method, d.reason as denied_reason, '{}'::text[] as warnings, null as overridden_reason,
  null as staff_reason, null::jsonb as ended_freeze, null::timestamptz as undone_at, null as undo_reason`;

/** Loads the scans that `source` selects, newest first, with the names of member, location and plan. */
export async function loadScans(ctx: TenantCtx, source: SQL): Promise<ScanRow[]> {
  const { rows } = await ctx.db.execute<{ scan: ScanRecord }>(sql`
    select json_build_object(
      'id', s.id, 'outcome', s.outcome, 'location_id', s.location_id, 'location_name', l.name, 'time_zone', l.time_zone,
      'membership_id', s.membership_id, 'plan_name', ms.plan_name, 'check_in_at', s.check_in_at,
      'visit_on', coalesce(s.visit_on, (s.check_in_at at time zone l.time_zone)::date),
      'check_out_at', s.check_out_at, 'check_out_kind', s.check_out_kind, 'received_at', s.received_at,
      'method', s.method, 'denied_reason', s.denied_reason, 'warnings', s.warnings,
      'overridden_reason', s.overridden_reason, 'staff_reason', s.staff_reason,
      'ended_freeze', s.ended_freeze, 'undone_at', s.undone_at, 'undo_reason', s.undo_reason, 'organization', json_build_object('slug', o.slug),
      'member', case when m.id is not null then json_build_object(
        'id', m.id, 'member_code', m.member_code, 'first_name', m.first_name, 'last_name', m.last_name,
        'photo_file_id', m.photo_file_id) end) as scan
    from (${source}) s
    join organizations o on o.id = ${ctx.organization_id}
    join locations l on l.organization_id = ${ctx.organization_id} and l.id = s.location_id
    left join members m on m.organization_id = ${ctx.organization_id} and m.id = s.member_id
    left join memberships ms on ms.organization_id = ${ctx.organization_id} and ms.id = s.membership_id
    order by s.check_in_at desc, s.id desc`);
  return rows.map(({ scan }) => toScan(scan));
}

/** Throws 404 unless the scan is within the caller's reach. */
export async function getScan(ctx: Ctx<unknown>, id: string): Promise<ScanRow> {
  const [row] = await scansByIds(ctx, [id]);
  if (!row || !mayAccessLocation(ctx.caller, row.location_id)) throw notFound();
  return row;
}

export const scansByIds = (ctx: TenantCtx, ids: readonly string[]) =>
  loadScans(
    ctx,
    sql`select ${admittedColumns} from check_ins v
      where v.organization_id = ${ctx.organization_id} and v.id = any(${sql.param([...ids])}::uuid[])
      union all
      select ${deniedColumns} from denied_entries d
      where d.organization_id = ${ctx.organization_id} and d.id = any(${sql.param([...ids])}::uuid[])`,
  );
