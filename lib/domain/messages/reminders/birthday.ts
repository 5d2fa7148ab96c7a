import { sql } from "drizzle-orm";
import type { Schedule } from "@/lib/domain/area";
import { birthdayOnDay } from "@/lib/domain/members";
import { notify } from "@/lib/domain/messages/notifications";

export const birthday: Schedule = {
  name: "birthday",
  async run(ctx, { location, run_on }) {
    const { rows } = await ctx.db.execute<{ member_id: string }>(sql`
      select m.id as member_id from members m
      where m.organization_id = ${ctx.organization_id} and m.home_location_id = ${location.id}
        and m.archived_at is null and m.banned_at is null and ${birthdayOnDay(run_on)}
      order by m.id`);
    const year = run_on.slice(0, 4);
    const { queued } = await notify(
      ctx,
      "birthday",
      rows.map(({ member_id }) => ({ member_id, event_key: `birthday:${year}`, about: { on: run_on }, variables: {} })),
    );
    return { found: rows.length, acted: queued };
  },
};
