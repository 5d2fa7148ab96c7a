import * as contracts from "@/lib/contracts/platform/schedules";
import { operation } from "@/lib/kernel/operation";
import { scheduleNames } from "@/lib/values/notifications";
import { placesOf } from "./places";
import { settingsOf } from "./settings";
import { shownSchedule } from "./shown";

export const listSchedules = operation(contracts.listSchedules, async (ctx) => {
  const [settings, places] = await Promise.all([settingsOf(ctx), placesOf(ctx)]);
  return { data: scheduleNames.map((name) => shownSchedule(name, settings[name], places, ctx.now)) };
});
