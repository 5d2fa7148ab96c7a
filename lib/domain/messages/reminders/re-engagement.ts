import { sql } from "drizzle-orm";
import type { Schedule } from "@/lib/domain/area";
import { notify } from "@/lib/domain/messages/notifications";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { policiesOf } from "@/lib/values/policies";
import { inactiveMembers } from "./inactive";

type Away = { member_id: string; last_on: CalendarDay };

const keyOf = (day: CalendarDay) => `re_engagement:${day}`;

/**
 * P11: invites inactive members back. The pause counts from the day of the previous message's schedule, not from its sending
 * time, so that a late run skips the same members.
 */
export const reEngagement: Schedule = {
  name: "re-engagement",
  async run(ctx, day) {
    const policy = policiesOf(ctx.organization);
    const { re_engagement_pause_days } = policy;
    const { organization_id } = ctx;
    const { run_on } = day;
    const { rows } = await ctx.db.execute<Away>(sql`
      select away.member_id, away.last_on from (${inactiveMembers(organization_id, day, policy)}) away
      where away.last_on is not null and not exists (
        select 1 from messages earlier where earlier.organization_id = ${organization_id} and earlier.member_id = away.member_id
          and earlier.kind = 're_engagement' and earlier.event_key > ${keyOf(addDays(run_on, -re_engagement_pause_days))}
          and earlier.event_key < ${keyOf(run_on)})
      order by away.member_id`);
    const { queued } = await notify(
      ctx,
      "re_engagement",
      rows.map(({ member_id, last_on }) => ({
        member_id,
        event_key: keyOf(run_on),
        about: { on: last_on },
        variables: { last_visit_on: last_on, days_away: daysBetween(last_on, run_on) },
      })),
    );
    return { found: rows.length, acted: queued };
  },
};
