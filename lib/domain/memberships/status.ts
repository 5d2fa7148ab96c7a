import { type SQL, sql } from "drizzle-orm";
import { type CalendarDay, compareDays } from "@/lib/values/calendar-day";
import type { MembershipStatus } from "@/lib/values/statuses";

export type DatedMembership = {
  starts_on: CalendarDay;
  ends_on: CalendarDay | null;
  /** The first day that no longer admits. */
  cancelled_on: CalendarDay | null;
  freezes: readonly { from_on: CalendarDay; to_on: CalendarDay | null }[];
};

/** What a membership is on a local day. Days decide, so that a job that runs late changes nothing (E16, F9). */
export function membershipStatusOn(membership: DatedMembership, day: CalendarDay): MembershipStatus {
  const { starts_on, ends_on, cancelled_on, freezes } = membership;
  if (cancelled_on !== null && compareDays(cancelled_on, day) <= 0) return "cancelled";
  if (compareDays(day, starts_on) < 0) return "pending";
  if (freezes.some(({ from_on, to_on }) => from_on <= day && (to_on === null || day <= to_on))) return "frozen";
  if (ends_on !== null && compareDays(ends_on, day) < 0) return "expired";
  return "active";
}

/** The same decision for queries that read `memberships` under that name; `day` is a date expression. */
export function membershipStatusSql(day: SQL): SQL<MembershipStatus> {
  return sql<MembershipStatus>`case
    when memberships.cancelled_on <= ${day} then 'cancelled'
    when memberships.starts_on > ${day} then 'pending'
    when exists (select 1 from membership_freezes f
      where f.organization_id = memberships.organization_id and f.membership_id = memberships.id
        and f.from_on <= ${day} and (f.to_on is null or f.to_on >= ${day})) then 'frozen'
    when memberships.ends_on < ${day} then 'expired'
    else 'active' end`;
}

/** Today where the membership lives (B4), for queries that join `locations` on the membership's location. */
export function localDaySql(now: { toString(): string }): SQL<CalendarDay> {
  return sql<CalendarDay>`(${now.toString()}::timestamptz at time zone locations.time_zone)::date`;
}
