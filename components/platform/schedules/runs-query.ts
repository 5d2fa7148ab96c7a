import { z } from "zod";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import type { Input } from "@/lib/contracts/contract";
import type { listScheduleRuns } from "@/lib/contracts/platform/schedules";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { scheduleName, scheduleRunState } from "@/lib/values/schemas/notifications";

const shape = {
  schedule: scheduleName,
  location: z.uuid(),
  state: scheduleRunState,
  from: calendarDay,
  to: calendarDay,
  cursor: z.string().max(500),
};

export type RunsQuery = { [name in keyof typeof shape]?: z.output<(typeof shape)[name]> | undefined };

export const readRunsQuery = (raw: Record<string, string | string[] | undefined>): RunsQuery =>
  parseListQuery(shape, raw);

export const runsHref = (base: string, query: RunsQuery): string => listUrl(base, query);

export function toRunsInput({ schedule, location, state, from, to, cursor }: RunsQuery) {
  const input: Input<typeof listScheduleRuns> = {
    ...(schedule && { schedule }),
    ...(location && { location_id: location }),
    ...(state && { state }),
    ...(from && { from_on: from }),
    ...(to && { to_on: to }),
    ...(cursor && { cursor }),
  };
  return input;
}
