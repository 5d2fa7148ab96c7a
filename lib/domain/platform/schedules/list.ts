import * as contracts from "@/lib/contracts/platform/schedules";
import { operation } from "@/lib/kernel/operation";
import { scheduleNames } from "@/lib/values/notifications";
import { listScheduleLocations } from "./schedule-locations";
import { toScheduleView } from "./schedule-view";
import { settingsOf } from "./settings";

export const listSchedules = operation(contracts.listSchedules, async (ctx) => {
  const [settings, schedule_locations] = await Promise.all([settingsOf(ctx), listScheduleLocations(ctx)]);
  return { data: scheduleNames.map((name) => toScheduleView(name, settings[name], schedule_locations, ctx.now)) };
});
