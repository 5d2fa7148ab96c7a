import { sql } from "drizzle-orm";
import type { Schedule } from "@/lib/domain/area";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { policiesOf } from "@/lib/values/policies";
import { writtenDay } from "@/lib/values/written-day";
import { inactiveHref, inactiveMembers } from "./inactive";

/** Notifies the staff of a location how many members are inactive, with a link to the list. */
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
    const notified = await notifyStaff(ctx, {
      kind: "inactive_members",
      event_key: `inactive_members:${location.id}:${run_on}`,
      title: `${found} ${found === 1 ? "member has" : "members have"} not visited for ${inactive_days} days`,
      body: `${location.name}, on ${writtenDay(run_on)}.`,
      href: inactiveHref(ctx.organization.slug, day, inactive_days),
      permission: "members.write",
      location_id: location.id,
    });
    return { found, acted: notified > 0 ? found : 0 };
  },
};
