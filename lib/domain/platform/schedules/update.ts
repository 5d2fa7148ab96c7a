import { eq, sql } from "drizzle-orm";
import { scheduleSettings } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/schedules";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { listScheduleLocations } from "./schedule-locations";
import { toScheduleView } from "./schedule-view";
import { type Setting, settingsOf } from "./settings";

export const updateSchedule = operation(contracts.updateSchedule, async (ctx, { schedule, ...changed }) => {
  const [{ [schedule]: before }, schedule_locations] = await Promise.all([settingsOf(ctx), listScheduleLocations(ctx)]);
  ctx.expectVersion(before.version);
  const { is_on, local_time, weekday, effective_at } = withEffectiveTime(before, changed, ctx.now.toString());
  const [after] = await ctx.db
    .insert(scheduleSettings)
    .values({ organization_id: ctx.organization_id, schedule, is_on, local_time, weekday, effective_at })
    .onConflictDoUpdate({
      target: [scheduleSettings.organization_id, scheduleSettings.schedule],
      set: {
        is_on,
        local_time,
        weekday,
        effective_at,
        version: sql`${scheduleSettings.version} + 1`,
        updated_at: ctx.now.toString(),
      },
      setWhere: eq(scheduleSettings.version, before.version),
    })
    .returning();
  if (!after) throw new Problem("version_conflict", "Another user has just changed this schedule. Reload it.");
  ctx.audit({
    target_type: "schedule",
    target_id: null,
    ...changes(visible(schedule, before), visible(schedule, after)),
  });
  return toScheduleView(schedule, after, schedule_locations, ctx.now);
});

/** Days before a schedule was switched on or its weekday changed are not made up for. A new time changes nothing here. */
function withEffectiveTime(before: Setting, changed: Partial<Setting>, now: string): Setting {
  const after = { ...before, ...changed };
  const restarts = (after.is_on && !before.is_on) || after.weekday !== before.weekday;
  return restarts ? { ...after, effective_at: now } : after;
}

const visible = (schedule: string, { is_on, local_time, weekday }: Setting) => ({
  [schedule]: `${is_on ? "on" : "off"} ${local_time} ${weekday ?? "daily"}`,
});
