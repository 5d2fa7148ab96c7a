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
