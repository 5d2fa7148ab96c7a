import { type SQL, sql } from "drizzle-orm";
import type { MembershipStatus } from "@/lib/values/statuses";
import { isFrozenOn } from "./freeze";
import { column, type Day, type RowName } from "./row";
import { hasBegun, lastsTo } from "./term";

/** The status of a membership on a local day (E16, F9). */
export const membershipStatusOn = (row: RowName, day: Day): SQL<MembershipStatus> => sql<MembershipStatus>`case
    when ${column(row, "cancelled_on")} <= ${day} then 'cancelled'
    when not ${hasBegun(row, day)} then 'pending'
    when ${isFrozenOn(row, day)} then 'frozen'
    when ${lastsTo(row, day)} then 'active'
    else 'expired' end`;

/** I10: a session pack without sessions left; `plan` is its row of `membership_plans`. */
export const isUsedUp = (row: RowName, plan: RowName): SQL<boolean> =>
  sql<boolean>`coalesce(${column(plan, "kind")} = 'session_pack'
    and ${column(row, "sessions_used")} >= ${column(row, "sessions_included")}, false)`;

/** Whether the membership has ended on `day`; for rows with the columns `is_used_up` and `is_frozen`. */
export const hasEnded = (row: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`(${column(row, "is_used_up")} or coalesce(${column(row, "cancelled_on")} <= ${day}, false)
    or (coalesce(${column(row, "ends_on")} < ${day}, false) and not ${column(row, "is_frozen")}))`;

/** Whether the membership ends by its term: not cancelled, not frozen on `day`, not a used-up pack. */
export const endsByTerm = (row: RowName, plan: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`(${column(row, "cancelled_on")} is null and not ${isUsedUp(row, plan)} and not ${isFrozenOn(row, day)})`;

/** Whether another membership of the member lasts longer. A day pass does not count as a renewal. */
export const isRenewed = (row: RowName): SQL<boolean> => sql<boolean>`exists (
  select 1 from memberships o
  join membership_plans op on op.organization_id = o.organization_id and op.id = o.plan_id
  where o.organization_id = ${column(row, "organization_id")} and o.member_id = ${column(row, "member_id")}
    and o.id <> ${column(row, "id")}
    and o.cancelled_on is null and (o.ends_on is null or o.ends_on > ${column(row, "ends_on")})
    and op.kind <> 'day_pass' and not ${isUsedUp("o", "op")})`;
