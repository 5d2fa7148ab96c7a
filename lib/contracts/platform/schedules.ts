import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/calendar-day";
import { scheduleName, scheduleRunState } from "@/lib/values/notifications";
import { localTime } from "@/lib/values/wall-time";

const tag = "Schedules";

export const schedule = z.object({
  schedule: scheduleName,
  is_on: z.boolean(),
  local_time: localTime,
  /** 1 is Monday; null: every day. */
  weekday: z.int().min(1).max(7).nullable(),
  next: z.array(
    z.object({ location_id: id, location_name: z.string(), at: instantOut, on: calendarDay, time_zone: z.string() }),
  ),
  version: z.int().min(0),
});

const place = { location_id: "0197f0a0-0000-7000-8000-000000000001", location_name: "Fitzroy" };
const example = {
  schedule: "birthday" as const,
  is_on: true,
  local_time: "09:00",
  weekday: null,
  next: [{ ...place, at: "2026-03-05T22:00:00.000Z", on: "2026-03-06", time_zone: "Australia/Melbourne" }],
  version: 0,
};

export const listSchedules = contract({
  id: "schedules.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/schedules",
  access: "jobs.read",
  tag,
  summary: "List what happens by itself, and when it does next at each location",
  input: z.strictObject({}),
  output: z.object({ data: z.array(schedule) }),
  errors: [],
  example: { input: {}, output: { data: [example] } },
});

export const updateSchedule = contract({
  id: "schedules.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/schedules/{schedule}",
  access: "jobs.write",
  tag,
  summary: "Move a schedule to another hour or weekday, or switch it off",
  input: z.strictObject({
    schedule: scheduleName,
    is_on: z.boolean().optional(),
    local_time: localTime.optional(),
    weekday: z.int().min(1).max(7).nullable().optional(),
  }),
  output: schedule,
  errors: ["invalid_input", "version_conflict"],
  example: {
    input: { schedule: "birthday", local_time: "10:30" },
    output: { ...example, local_time: "10:30", version: 1 },
  },
});

export const scheduleRun = z.object({
  id,
  schedule: scheduleName,
  location_id: id,
  location_name: z.string(),
  run_on: calendarDay,
  repetition: z.int(),
  state: scheduleRunState,
  /** How many it concerned, and for how many of them something was done. */
  found: z.int(),
  acted: z.int(),
  failure: z.string().nullable(),
  requested_by_name: z.string().nullable(),
  started_at: instantOut,
  finished_at: instantOut.nullable(),
});
const exampleRun = {
  id: "0197f0a0-0000-7000-8000-000000000441",
  schedule: "birthday" as const,
  ...place,
  run_on: "2026-03-05",
  repetition: 0,
  state: "done" as const,
  found: 3,
  acted: 2,
  failure: null,
  requested_by_name: null,
  started_at: "2026-03-04T22:00:10.000Z",
  finished_at: "2026-03-04T22:00:11.000Z",
};

export const listScheduleRuns = contract({
  id: "schedule_runs.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/schedule-runs",
  access: "jobs.read",
  tag,
  summary: "List what the schedules did, newest first",
  input: z.strictObject({
    schedule: scheduleName.optional(),
    location_id: id.optional(),
    state: scheduleRunState.optional(),
    from_on: calendarDay.optional(),
    to_on: calendarDay.optional(),
    ...page,
  }),
  output: pageOf(scheduleRun),
  errors: ["malformed_cursor"],
  example: { input: {}, output: { data: [exampleRun], next_cursor: null } },
});

export const createScheduleRun = contract({
  id: "schedule_runs.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/schedule-runs",
  access: "jobs.write",
  tag,
  summary: "Run a schedule again for a day",
  description: "Whoever was written to already is not written to again. At most 31 days back, never ahead.",
  input: z.strictObject({ schedule: scheduleName, location_id: id, run_on: calendarDay }),
  output: scheduleRun,
  status: 202,
  errors: ["invalid_input", "not_found", "conflict"],
  example: {
    input: { schedule: "birthday", location_id: place.location_id, run_on: "2026-03-05" },
    output: { ...exampleRun, repetition: 1, state: "running", found: 0, acted: 0, finished_at: null },
  },
});
