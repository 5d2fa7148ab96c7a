import { eq, sql } from "drizzle-orm";
import { scheduleSettings } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/schedules";
import { changes } from "@/lib/kernel/audit";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { placesOf } from "./places";
import { type Setting, settingsOf } from "./settings";
import { shownSchedule } from "./shown";

export const updateSchedule = operation(contracts.updateSchedule, async (ctx, { schedule, ...changed }) => {
  const [{ [schedule]: before }, places] = await Promise.all([settingsOf(ctx), placesOf(ctx)]);
  ctx.expectVersion(before.version);
  const { is_on, local_time, weekday, effective_at } = within(before, changed, ctx.now.toString());
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
  if (!after) throw new Problem("version_conflict", "Somebody changed this schedule just now. Look again.");
  ctx.audit({
    target_type: "schedule",
    target_id: null,
    ...changes(visible(schedule, before), visible(schedule, after)),
  });
  return shownSchedule(schedule, after, places, ctx.now);
});

/** Switched on, or on another weekday: the days before are not made up for. Another hour is no new beginning. */
function within(before: Setting, changed: Partial<Setting>, now: string): Setting {
  const after = { ...before, ...changed };
  const begins_anew = (after.is_on && !before.is_on) || after.weekday !== before.weekday;
  return begins_anew ? { ...after, effective_at: now } : after;
}

const visible = (schedule: string, { is_on, local_time, weekday }: Setting) => ({
  [schedule]: `${is_on ? "on" : "off"} ${local_time} ${weekday ?? "daily"}`,
});
