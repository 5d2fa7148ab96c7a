import { sql } from "drizzle-orm";
import type { Schedule } from "@/lib/domain/area";
import { endsByTerm, isRenewed } from "@/lib/domain/memberships/rules";
import { notify } from "@/lib/domain/messages/notifications";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { membershipsAtLocation } from "./membership-terms";

type Ended = { id: string; member_id: string; plan_name: string; ended_on: CalendarDay };

/** F9: runs on the day after the last one and notifies the member. Skips memberships that are frozen, cancelled or renewed. */
export const membershipExpired: Schedule = {
  name: "membership-expired",
  async run(ctx, day) {
    const run_on = sql`${day.run_on}::date`;
    const { rows } = await ctx.db.execute<Ended>(sql`
      select ms.id, ms.member_id, ms.plan_name, ms.ends_on::text as ended_on
      from ${membershipsAtLocation(
        ctx.organization_id,
        day,
        sql`ms.ends_on = ${run_on} - 1 and p.kind <> 'day_pass' and ${endsByTerm("ms", "p", run_on)} and not ${isRenewed("ms")}`,
      )}
      order by ms.id`);
    const { queued } = await notify(
      ctx,
      "membership_expired",
      rows.map(({ id, member_id, ...variables }) => ({
        member_id,
        event_key: `membership_expired:${id}:${variables.ended_on}`,
        about: { id, on: variables.ended_on },
        variables,
      })),
    );
    return { found: rows.length, acted: queued };
  },
};
