import type { Schedule } from "@/lib/domain/area";
import { areas } from "@/lib/domain/areas";
import type { ScheduleName } from "@/lib/values/notifications";

const loaders = new Map(areas.flatMap(({ schedules = {} }) => Object.entries(schedules)));

/** The names of all schedules that areas declare. */
export const runnableSchedules = [...loaders.keys()] as ScheduleName[];

/** Throws for a name that no area declares. */
export async function loadSchedule(name: string): Promise<Schedule> {
  const load = loaders.get(name);
  if (!load) throw new Error(`No area declares the schedule ${name}`);
  return load();
}
