import { type SQL, sql } from "drizzle-orm";
import type { Day } from "./row";
import { lastsTo } from "./term";

/** What a membership from a day on means for its member: the first, one that follows without a gap, or a return after a gap. */
export type Joining = "new" | "continues" | "rejoins";

/**
 * C21, F11: recurring memberships and terms make a member; trials, packs and day passes do not. A membership that ends on the day before
 * or later is followed without a gap, and one that begins later was a join already.
 */
export const joiningOn = (organization_id: string, member_id: string, day: Day): SQL<Joining> => {
  const earlier = (condition: SQL) => sql`exists (select from memberships s
    join membership_plans p on p.organization_id = s.organization_id and p.id = s.plan_id
    where s.organization_id = ${organization_id} and s.member_id = ${member_id} and p.kind in ('recurring', 'fixed_term')
      and (s.cancelled_on is null or s.cancelled_on > s.starts_on) and ${condition})`;
  return sql<Joining>`case when ${earlier(lastsTo("s", sql`${day} - 1`))} then 'continues'
    when ${earlier(sql`true`)} then 'rejoins' else 'new' end`;
};
