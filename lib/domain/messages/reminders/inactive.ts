import { type SQL, sql } from "drizzle-orm";
import type { ScheduleDay } from "@/lib/domain/area";
import { statusOfMember } from "@/lib/domain/members";
import { hasBegun, notCancelledOn } from "@/lib/domain/memberships/rules";
import { inactivityBounds } from "@/lib/values/inactivity";
import type { Policies } from "@/lib/values/policies";
import { currentStatuses } from "@/lib/values/statuses";

type Policy = Pick<Policies, "inactive_days" | "expiring_days">;

/**
 * P11: frozen, cancelled and former members are not expected to visit.
 * `member_id, last_on` of a location's members without a visit for `days` days; `last_on` is null without any visit. The status
 * is computed last, for the remaining members only.
 */
export function inactiveMembers(organization_id: string, { location, run_on }: ScheduleDay, policy: Policy): SQL {
  const { joined_to, last_visit_before } = inactivityBounds(run_on, policy.inactive_days);
  return sql`
    with away as materialized (
      select m.id, (a.last_visit_at at time zone ${location.time_zone})::date as last_on
      from members m
      join member_activity a on a.organization_id = m.organization_id and a.member_id = m.id
      where m.organization_id = ${organization_id} and m.home_location_id = ${location.id}
        and m.archived_at is null and m.banned_at is null and m.joined_on <= ${joined_to}::date
        and a.last_visit_or_never < (${last_visit_before}::timestamp at time zone ${location.time_zone})
        and exists (
          select 1 from memberships ms where ms.organization_id = m.organization_id and ms.member_id = m.id
            and ${hasBegun("ms", sql`${run_on}::date`)} and ${notCancelledOn("ms", sql`${run_on}::date`)})
    )
    select m.id as member_id, m.last_on::text from away m cross join (select ${run_on}::date as today) d
    where ${statusOfMember({ organization_id, policy })} = any(${sql.param(currentStatuses)}::text[])`;
}

/** Link to the list of the same members. */
export function inactiveHref(slug: string, { location, run_on }: ScheduleDay, days: number): string {
  const filters = {
    status: currentStatuses.join(","),
    ...inactivityBounds(run_on, days),
    is_banned: "false",
    location: location.id,
  };
  return `/manage/${slug}/members?${new URLSearchParams(filters)}`;
}
