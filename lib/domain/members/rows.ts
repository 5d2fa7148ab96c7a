import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { isoInstant } from "@/db/schema";
import type { memberRow } from "@/lib/contracts/members/member-fields";
import { freezesJson, planIdOn, planNameOn } from "@/lib/domain/memberships/rules";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { daysBetween } from "@/lib/values/calendar-day";
import type { Freeze } from "@/lib/values/membership-rules/freeze";
import { policiesOf } from "@/lib/values/policies";
import { describeStatus } from "./describe-status";
import type { StatusMembership } from "./member-status";
import { photoUrl } from "./photos/photo-url";

const weeks = 8;

/** Of the member. */
const today = sql`d.today`;

/** The memberships of `m` as input of member-status.ts. */
export const membershipsJson = (organization_id: string): SQL => sql`(
  select coalesce(json_agg(json_build_object(
    'plan_name', ${planNameOn("ms", "p", today)}, 'kind', p.kind, 'starts_on', ms.starts_on, 'ends_on', ms.ends_on,
    'cancelled_on', ms.cancelled_on, 'next_bill_on', ms.next_bill_on, 'anchor_day', ms.anchor_day,
    'interval_unit', p.interval_unit, 'interval_count', p.interval_count, 'unpaid_due_on', ms.unpaid_due_on,
    'sessions_included', ms.sessions_included, 'sessions_used', ms.sessions_used,
    'freezes', ${freezesJson("ms")}
  ) order by ms.starts_on), '[]')
  from memberships ms join membership_plans p on p.organization_id = ms.organization_id and p.id = ${planIdOn("ms", today)}
  where ms.organization_id = ${organization_id} and ms.member_id = m.id)`;

/** The columns of `m`, `a` and `d`, and of membershipsOfMember(). */
export const rowColumns: SQL = sql`
  m.id, m.member_code, m.first_name, m.last_name, m.email, m.phone, m.photo_file_id, m.tags, m.home_location_id, m.joined_on,
  m.banned_at, m.archived_at, m.sort_name, a.last_visit_at, a.recent_visits, d.today, ms.id as membership_id, ms.plan_name_today as plan_name, ms.kind,
  ms.starts_on, ms.ends_on, ms.cancelled_on, ms.next_bill_on, ms.anchor_day, ms.interval_unit, ms.interval_count,
  ms.unpaid_due_on, ms.sessions_included, ms.sessions_used, ms.from_on, ms.to_on`;

/**
 * The memberships of `m` with their freezes: a row for each, which groupRows() puts together. Rows cost less than JSON on both
 * sides. The offsets and the limit keep the planner from reading all memberships, plans or freezes for one page.
 */
export const membershipsOfMember = (organization_id: string): SQL => sql`
  left join lateral (
    select held.*, ${planNameOn("held", "p", today)} as plan_name_today, p.kind, p.interval_unit, p.interval_count, f.from_on, f.to_on
    from memberships held
    cross join lateral (
      select name, kind, interval_unit, interval_count from membership_plans
      where organization_id = held.organization_id and id = ${planIdOn("held", today)} limit 1
    ) p
    left join lateral (
      select from_on, to_on from membership_freezes
      where organization_id = held.organization_id and membership_id = held.id offset 0
    ) f on true
    where held.organization_id = ${organization_id} and held.member_id = m.id
    offset 0
  ) ms on true`;

type MemberColumns = {
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
  /** As PostgreSQL writes an array: {2026-03-08,2026-03-09}. */
  recent_visits: string;
  today: string;
};

/** A member with one of its memberships and one of its freezes; `membership_id` and `from_on` are null without. */
export type JoinedRow = MemberColumns &
  Omit<StatusMembership, "freezes"> & { membership_id: string | null; from_on: string | null; to_on: string | null };

export type MemberOf<Row extends JoinedRow> = Row & { memberships: StatusMembership[] };

/** Puts the rows of a member together. They must be ordered by member, then by membership. */
export function groupRows<Row extends JoinedRow>(rows: readonly Row[]): MemberOf<Row>[] {
  const members: MemberOf<Row>[] = [];
  let member: MemberOf<Row> | undefined;
  let membership: { id: string; freezes: Freeze[] } | undefined;
  for (const row of rows) {
    if (member?.id !== row.id) {
      member = Object.assign(row, { memberships: [] });
      membership = undefined;
      members.push(member);
    }
    const { membership_id, from_on, to_on } = row;
    if (membership_id === null) continue;
    if (membership?.id !== membership_id) {
      membership = { id: membership_id, freezes: [] };
      member.memberships.push(membershipOf(row, membership.freezes));
    }
    if (from_on !== null) membership.freezes.push({ from_on, to_on });
  }
  return members;
}

const membershipOf = (row: JoinedRow, freezes: readonly Freeze[]): StatusMembership => ({
  plan_name: row.plan_name,
  kind: row.kind,
  starts_on: row.starts_on,
  ends_on: row.ends_on,
  cancelled_on: row.cancelled_on,
  next_bill_on: row.next_bill_on,
  anchor_day: row.anchor_day,
  interval_unit: row.interval_unit,
  interval_count: row.interval_count,
  unpaid_due_on: row.unpaid_due_on,
  sessions_included: row.sessions_included,
  sessions_used: row.sessions_used,
  freezes,
});

export const iso = (text: string | null): string | null => (text === null ? null : isoInstant(text));

export function toMemberRow(raw: MemberOf<JoinedRow>, organization: OrganizationCard): z.input<typeof memberRow> {
  return {
    id: raw.id,
    member_code: raw.member_code,
    first_name: raw.first_name,
    last_name: raw.last_name,
    email: raw.email,
    phone: raw.phone,
    photo_url: photoUrl(raw, organization),
    tags: raw.tags,
    home_location_id: raw.home_location_id,
    joined_on: raw.joined_on,
    banned_at: iso(raw.banned_at),
    archived_at: iso(raw.archived_at),
    last_visit_at: iso(raw.last_visit_at),
    ...describeStatus(raw.memberships, raw.today, policiesOf(organization)),
    weekly_visits: weeklyVisits(raw),
  };
}

/** A visit at a location further east may already be dated tomorrow; it counts to the current week. */
function weeklyVisits({ recent_visits, today }: Pick<MemberColumns, "recent_visits" | "today">): number[] {
  const counts = new Array<number>(weeks).fill(0);
  if (recent_visits.length <= "{}".length) return counts;
  for (const day of recent_visits.slice(1, -1).split(",")) {
    const week = weeks - 1 - Math.floor(Math.max(0, daysBetween(day, today)) / 7);
    if (week >= 0) counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}
