import { sql } from "drizzle-orm";
import type { Schedule } from "@/lib/domain/area";
import { isFrozenOn, lastsTo } from "@/lib/domain/memberships/rules";
import { notify } from "@/lib/domain/messages/notifications";
import { membershipsAtLocation } from "./membership-terms";

type Resumed = { freeze_id: string; member_id: string; plan_name: string; last_on: string };

/** E16: runs on the day after a freeze. Access follows the dates, so this only notifies the member. */
export const freezeEnded: Schedule = {
  name: "freeze-ended",
  async run(ctx, day) {
    const run_on = sql`${day.run_on}::date`;
    const { rows } = await ctx.db.execute<Resumed>(sql`
      select ended.id as freeze_id, ended.to_on::text as last_on, ms.member_id, ms.plan_name
      from membership_freezes ended cross join ${membershipsAtLocation(
        ctx.organization_id,
        day,
        sql`ended.organization_id = ${ctx.organization_id} and ended.to_on = ${run_on} - 1
          and ms.id = ended.membership_id
          and ${lastsTo("ms", run_on)} and not ${isFrozenOn("ms", run_on)}`,
      )}
      order by ended.id`);
    const { queued } = await notify(
      ctx,
      "freeze_ended",
      rows.map(({ freeze_id, last_on, member_id, plan_name }) => ({
        member_id,
        event_key: `freeze_ended:${freeze_id}:${last_on}`,
        about: { id: freeze_id, on: last_on },
        variables: { plan_name, resumes_on: day.run_on },
      })),
    );
    return { found: rows.length, acted: queued };
  },
};
