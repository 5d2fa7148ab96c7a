import { sql } from "drizzle-orm";
import type { Schedule } from "@/lib/domain/area";
import { tellStaff } from "@/lib/domain/messages/staff-notices";
import { policiesOf } from "@/lib/values/policies";
import { inactiveHref, inactiveMembers } from "./inactive";

/** Tells the team of a location how many stay away, with the list of exactly those. */
export const inactiveMembersNotice: Schedule = {
  name: "inactive-members",
  async run(ctx, day) {
    const policy = policiesOf(ctx.organization);
    const { inactive_days } = policy;
    const { rows } = await ctx.db.execute<{ members: number }>(sql`
      select count(*)::int as members from (${inactiveMembers(ctx.organization_id, day, policy)}) away`);
    const found = rows[0]?.members ?? 0;
    if (found === 0) return { found, acted: 0 };
    const { location, run_on } = day;
    const told = await tellStaff(ctx, {
      kind: "inactive_members",
      event_key: `inactive_members:${location.id}:${run_on}`,
      title: `${found} ${found === 1 ? "member has" : "members have"} not been in for ${inactive_days} days`,
      body: `${location.name}, on ${run_on}.`,
      href: inactiveHref(ctx.organization.slug, day, inactive_days),
      permission: "members.write",
      location_id: location.id,
    });
    return { found, acted: told > 0 ? found : 0 };
  },
};
