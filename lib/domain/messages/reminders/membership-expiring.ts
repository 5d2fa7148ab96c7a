import { sql } from "drizzle-orm";
import type { Schedule } from "@/lib/domain/area";
import { endsByTerm, isRenewed } from "@/lib/domain/memberships/rules";
import { notify } from "@/lib/domain/messages/notifications";
import { addDays, type CalendarDay, dayAt } from "@/lib/values/calendar-day";
import { policiesOf } from "@/lib/values/policies";
import { membershipsAtLocation } from "./membership-terms";

type Ending = { id: string; member_id: string; plan_name: string; ends_on: CalendarDay; days_left: number };

/** Runs once for each configured number of days before the last one. Day passes are skipped. */
export const membershipExpiring: Schedule = {
  name: "membership-expiring",
  async run(ctx, day) {
    const { expiring_notice_days } = policiesOf(ctx.organization);
    const run_on = sql`${day.run_on}::date`;
    const today = dayAt(ctx.now.toString(), day.location.time_zone);
    // After downtime only the latest of several due notices is sent.
    const isOvertaken = (days: number) =>
      expiring_notice_days.some((later) => later < days && addDays(day.run_on, days - later) <= today);
    const last_days = expiring_notice_days
      .filter((days) => !isOvertaken(days))
      .map((days) => addDays(day.run_on, days));
    const { rows } = await ctx.db.execute<Ending>(sql`
      select ms.id, ms.member_id, ms.plan_name, ms.ends_on::text, ms.ends_on - ${run_on} as days_left
      from ${membershipsAtLocation(
        ctx.organization_id,
        day,
        sql`ms.ends_on = any(${sql.param(last_days)}::date[])
          and ms.starts_on < ${run_on} and p.kind <> 'day_pass'
          and ${endsByTerm("ms", "p", sql`ms.ends_on`)} and not ${isRenewed("ms")}`,
      )}
      order by ms.id`);
    const { queued } = await notify(
      ctx,
      "membership_expiring",
      rows.map(({ id, member_id, ...variables }) => ({
        member_id,
        event_key: `membership_expiring:${id}:${variables.ends_on}:${variables.days_left}`,
        about: { id, on: variables.ends_on },
        variables,
      })),
    );
    return { found: rows.length, acted: queued };
  },
};
