import { eq } from "drizzle-orm";
import { scheduleSettings } from "@/db/schema";
import type { TenantCtx } from "@/lib/kernel/operation";
import { type ScheduleName, scheduleDefaults, scheduleNames } from "@/lib/values/notifications";
import type { Timing } from "./due-days";

export type Setting = Timing & { version: number };

/** The timing of each schedule: the organization's own, otherwise the default. */
export async function settingsOf({ db, organization_id }: TenantCtx): Promise<Record<ScheduleName, Setting>> {
  const own = await db.select().from(scheduleSettings).where(eq(scheduleSettings.organization_id, organization_id));
  const found = scheduleNames.map((name) => {
    const row = own.find(({ schedule }) => schedule === name);
    const { time, weekday } = scheduleDefaults[name];
    return [name, row ?? { is_on: true, local_time: time, weekday, effective_at: null, version: 0 }] as const;
  });
  return Object.fromEntries(found) as Record<ScheduleName, Setting>;
}
