import { z } from "zod";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import { jobRunState } from "@/lib/contracts/platform/jobs";
import { endOfDay, startOfDay } from "@/lib/values/calendar-day";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const shape = {
  state: jobRunState,
  job: z.string().regex(/^[\w-]{1,120}$/),
  gym: z.uuid(),
  /** Also the runs of timers that found nothing to do. */
  idle: z.literal("shown"),
  from: calendarDay,
  to: calendarDay,
  cursor: z.string().max(500),
};

export type JobsQuery = { [name in keyof typeof shape]?: z.output<(typeof shape)[name]> | undefined };

export const readJobsQuery = (raw: Record<string, string | string[] | undefined>): JobsQuery =>
  parseListQuery(shape, raw);

export const jobsHref = (base: string, query: JobsQuery): string => listUrl(base, query);

/** Whether the page tells about all jobs, not about one or some of the runs. */
export const isOverview = ({ gym: _, ...query }: JobsQuery): boolean => Object.values(query).every((value) => !value);

/** The input of the API. Days are days in the given time zone. */
export const toJobsInput = ({ state, job, idle, from, to, cursor }: JobsQuery, zone: string) => ({
  with_idle: idle === "shown",
  ...(state && { state }),
  ...(job && { function_id: job }),
  ...(from && { from: startOfDay(from, zone) }),
  ...(to && { to: endOfDay(to, zone) }),
  ...(cursor && { cursor }),
});
