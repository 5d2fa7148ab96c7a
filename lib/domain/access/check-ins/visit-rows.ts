import { newId } from "@/db/id";
import { autoCheckOutAt } from "@/lib/domain/access/entry-rules/visit-end";
import { daysAround } from "@/lib/domain/organization/closed-days";
import { userIdOf } from "@/lib/kernel/caller";
import { databaseError } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { EndedFreeze } from "@/lib/values/billing-state";
import { dayAt } from "@/lib/values/calendar-day";
import type { EntryReason, EntryWarningCode } from "@/lib/values/entry-reasons";
import { localHour } from "@/lib/values/wall-time";
import type { EntryContext } from "./entry-context";

/** The fields of a visit that the entry decision determines. */
export type VisitDetails = {
  membership_id: string | null;
  sessions_taken: 0 | 1;
  pass_nonce: string | null;
  warnings: EntryWarningCode[];
  overridden_reason: EntryReason | null;
  staff_reason: string | null;
  ended_freeze: EndedFreeze | null;
};

export type NewVisit = VisitDetails & {
  id: string;
  location_id: string;
  member_id: string;
  check_in_at: string;
  visit_on: string;
  local_hour: number;
  auto_check_out_at: string;
  received_at: string;
};

export function newVisit({ facts, person }: EntryContext, details: VisitDetails): NewVisit {
  const { location, now, policy } = facts;
  return {
    ...details,
    id: newId(),
    location_id: location.id,
    member_id: person?.id ?? "",
    check_in_at: now,
    visit_on: dayAt(now, location.time_zone),
    local_hour: localHour(now, location.time_zone),
    auto_check_out_at: autoCheckOutAt({ check_in_at: now, location, max_visit_minutes: policy.max_visit_minutes }),
    received_at: facts.received_at,
  };
}

const columns = `id, organization_id, location_id, member_id, membership_id, check_in_at, visit_on, local_hour,
    auto_check_out_at, received_at, method, pass_nonce, sessions_taken, warnings, overridden_reason, staff_reason,
    checked_in_by, ended_freeze`;
const values = `$1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::timestamptz, $7::date, $8::int,
    $9::timestamptz, $10::timestamptz, $11::text, $12::text, $13::int, $14::text[], $15::text, $16::text, $17::uuid, $18::jsonb`;

/** Of a pack that another check-in has just used up, the constraint memberships_sessions refuses it. */
const takeSession = `
session as (
  update memberships set sessions_used = sessions_used + 1
  where organization_id = $2::uuid and id = $5::uuid and $13::int > 0
)`;

/** Closes the open visit first: a member has at most one (unique index). */
const openSql = `
with closed as (
  update check_ins
  set check_out_at = greatest(check_in_at, least($20::timestamptz, auto_check_out_at)), check_out_kind = 'automatic'
  where organization_id = $2::uuid and id = $19::uuid and check_out_at is null and undone_at is null
  returning id
),
${takeSession}
insert into check_ins (${columns})
select ${values} from (select count(*) from closed) as first`;

const recordSql = `
with visit as (
  insert into check_ins (${columns}, check_out_at, check_out_kind)
  values (${values}, $19::timestamptz, 'backdated')
  returning location_id, visit_on, local_hour, method
),${takeSession},
folded as (
  insert into visit_hours (organization_id, location_id, visit_on, local_hour, method, visits)
  select $2::uuid, v.location_id, v.visit_on, v.local_hour, v.method, 1
  from visit v
  join visit_folds f on f.organization_id = $2::uuid and f.location_id = v.location_id and f.folded_to_on >= v.visit_on
  on conflict (organization_id, location_id, visit_on, local_hour, method)
  do update set visits = visit_hours.visits + 1
),
forgotten as (
  delete from occupancy_days o using visit v
  where o.organization_id = $2::uuid and o.location_id = v.location_id
    and o.day_on between v.visit_on - ${daysAround} and v.visit_on + ${daysAround}
)
select from visit`;

type WriteContext = { ctx: Ctx<unknown>; method: string };

export const openVisit = (
  context: WriteContext,
  visit: NewVisit,
  closes: { visit_id: string; check_out_at: string } | null,
): void => write(context, visit, openSql, [closes?.visit_id ?? null, closes?.check_out_at ?? null]);

export const recordPastVisit = (context: WriteContext, visit: NewVisit, check_out_at: string): void =>
  write(context, visit, recordSql, [check_out_at]);

function write({ ctx, method }: WriteContext, visit: NewVisit, text: string, more: unknown[]): void {
  const { actor } = ctx.caller;
  ctx.defer({
    text,
    values: [
      visit.id,
      ctx.organization_id,
      visit.location_id,
      visit.member_id,
      visit.membership_id,
      visit.check_in_at,
      visit.visit_on,
      visit.local_hour,
      visit.auto_check_out_at,
      visit.received_at,
      method,
      visit.pass_nonce,
      visit.sessions_taken,
      visit.warnings,
      visit.overridden_reason,
      visit.staff_reason,
      userIdOf({ actor }),
      visit.ended_freeze && JSON.stringify(visit.ended_freeze),
      ...more,
    ],
  });
}

const raceConstraints = new Set(["check_ins_one_open_visit", "check_ins_nonce_unique", "memberships_sessions"]);

/** A concurrent scan opened the member's visit, used the pass or took the last session first. */
export const isScanRace = (error: unknown): boolean => raceConstraints.has(databaseError(error)?.constraint ?? "");
