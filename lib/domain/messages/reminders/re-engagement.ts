import { sql } from "drizzle-orm";
import type { Schedule } from "@/lib/domain/area";
import { notify } from "@/lib/domain/messages/notifications";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import { policiesOf } from "@/lib/values/policies";
import { inactiveMembers } from "./inactive";

type Away = { member_id: string; last_on: CalendarDay };

const keyOf = (day: CalendarDay) => `re_engagement:${day}`;

/**
 * P11: asks back who used to come. Who was asked in the last days is left alone, by the day that the message was for and not
 * by the hour that it went out, so that a run that comes late leaves alone the same members.
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
        select 1 from messages said where said.organization_id = ${organization_id} and said.member_id = away.member_id
          and said.kind = 're_engagement' and said.event_key > ${keyOf(addDays(run_on, -re_engagement_pause_days))}
          and said.event_key < ${keyOf(run_on)})
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
