import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { isoInstant } from "@/db/schema";
import type { memberRow } from "@/lib/contracts/members/member-fields";
import { freezesJson } from "@/lib/domain/memberships/rules";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { policiesOf } from "@/lib/values/policies";
import { describeStatus } from "./describe-status";
import type { StatusMembership } from "./member-status";
import { photoUrl } from "./photos/photo-url";

const weeks = 8;

/** The memberships of `m` as input of member-status.ts. */
export const membershipsJson = (organization_id: string): SQL => sql`(
  select coalesce(json_agg(json_build_object(
    'plan_name', ms.plan_name, 'kind', p.kind, 'starts_on', ms.starts_on, 'ends_on', ms.ends_on,
    'cancelled_on', ms.cancelled_on, 'next_bill_on', ms.next_bill_on, 'anchor_day', ms.anchor_day,
    'interval_unit', p.interval_unit, 'interval_count', p.interval_count, 'arrears_since_on', ms.arrears_since_on,
    'sessions_included', ms.sessions_included, 'sessions_used', ms.sessions_used,
    'freezes', ${freezesJson("ms")}
  ) order by ms.starts_on), '[]')
  from memberships ms join membership_plans p on p.organization_id = ms.organization_id and p.id = ms.plan_id
  where ms.organization_id = ${organization_id} and ms.member_id = m.id)`;

/** For each visit of the last eight weeks, its age in whole weeks. */
const visitAges = (organization_id: string): SQL => sql`(
  select array_agg((d.today - c.visit_on) / 7) from check_ins c
  where c.organization_id = ${organization_id} and c.member_id = m.id and c.undone_at is null
    and c.check_in_at > ((d.today - ${weeks * 7 + 1}::int)::timestamp at time zone d.time_zone) and c.visit_on > d.today - ${weeks * 7}::int)`;

export const rowColumns = (organization_id: string): SQL => sql`
  m.id, m.member_code, m.first_name, m.last_name, m.email, m.phone, m.photo_file_id, m.tags, m.home_location_id,
  m.joined_on::text, m.banned_at, m.archived_at, m.sort_name, a.last_visit_at, d.today::text,
  ${membershipsJson(organization_id)} as memberships, ${visitAges(organization_id)} as visit_ages`;

export type RawRow = {
  id: string;
  member_code: string;
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  photo_file_id: string | null;
  tags: string[];
  home_location_id: string;
  joined_on: string;
  banned_at: string | null;
  archived_at: string | null;
  sort_name: string;
  last_visit_at: string | null;
  today: string;
  memberships: StatusMembership[];
  visit_ages: number[] | null;
};

export const iso = (text: string | null): string | null => (text === null ? null : isoInstant(text));

export function toMemberRow(raw: RawRow, organization: OrganizationCard): z.input<typeof memberRow> {
  const { memberships, visit_ages, today, photo_file_id, sort_name: _, ...row } = raw;
  return {
    ...row,
    photo_url: photoUrl({ id: row.id, photo_file_id }, organization),
    banned_at: iso(row.banned_at),
    archived_at: iso(row.archived_at),
    last_visit_at: iso(row.last_visit_at),
    ...describeStatus(memberships, today, policiesOf(organization)),
    weekly_visits: perWeek(visit_ages ?? []),
  };
}

/** A visit at a location further east may already be dated tomorrow; it counts to the current week. */
function perWeek(ages: readonly number[]): number[] {
  const counts = new Array<number>(weeks).fill(0);
  for (const age of ages) {
    const week = weeks - 1 - Math.max(0, age);
    if (week >= 0) counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}
