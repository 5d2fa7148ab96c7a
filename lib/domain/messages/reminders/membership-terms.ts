import { type SQL, sql } from "drizzle-orm";
import type { ScheduleDay } from "@/lib/domain/area";

/**
 * Memberships `ms` with their members `m` that this location's schedules process: by the membership's location, or by the home
 * location if that one is archived. Archived and banned members are excluded.
 */
export const membershipsAtLocation = (organization_id: string, { location }: ScheduleDay, condition: SQL): SQL => sql`
  memberships ms
  join members m on m.organization_id = ms.organization_id and m.id = ms.member_id
    and m.archived_at is null and m.banned_at is null
  join membership_plans p on p.organization_id = ms.organization_id and p.id = ms.plan_id
  join locations own on own.organization_id = ms.organization_id and own.id = ms.location_id
  where ms.organization_id = ${organization_id} and ${condition}
    and case when own.archived_at is null then own.id else m.home_location_id end = ${location.id}`;

/** Ends by its end date only: not cancelled, not frozen on that day, and not used up. */
export const endsByTerm = (day: SQL): SQL => sql`
  ms.cancelled_on is null
    and not (p.kind = 'session_pack' and ms.sessions_used >= ms.sessions_included)
    and not ${isFrozen(day)}`;

export const isFrozen = (day: SQL): SQL => sql`exists (
  select 1 from membership_freezes f where f.organization_id = ms.organization_id and f.membership_id = ms.id
    and f.from_on <= ${day} and (f.to_on is null or f.to_on >= ${day}))`;

/** The member has another membership that ends later. Day passes do not count. */
export const isRenewed = sql`exists (
  select 1 from memberships o
  join membership_plans op on op.organization_id = o.organization_id and op.id = o.plan_id
  where o.organization_id = ms.organization_id and o.member_id = ms.member_id and o.id <> ms.id
    and o.cancelled_on is null and (o.ends_on is null or o.ends_on > ms.ends_on) and op.kind <> 'day_pass'
    and not (op.kind = 'session_pack' and o.sessions_used >= o.sessions_included))`;
