import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { scheduleName, scheduleRunState } from "@/lib/values/schemas/notifications";
import { localTime } from "@/lib/values/schemas/wall-time";

const tag = "Schedules";

const schedule = z.object({
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

export const listSchedules = contract({
  id: "schedules.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/schedules",
  access: "jobs.read",
  tag,
  input: z.strictObject({}),
  output: z.object({ data: z.array(schedule) }),
  errors: [],
});

export const updateSchedule = contract({
  id: "schedules.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/schedules/{schedule}",
  access: "jobs.write",
  tag,
  input: z.strictObject({
    schedule: scheduleName,
    is_on: z.boolean().optional(),
    local_time: localTime.optional(),
    weekday: z.int().min(1).max(7).nullable().optional(),
  }),
  output: schedule,
  errors: ["invalid_input", "version_conflict"],
});

const scheduleRun = z.object({
  id,
  schedule: scheduleName,
  location_id: id,
  location_name: z.string(),
  run_on: calendarDay,
  repetition: z.int(),
  state: scheduleRunState,
  /** The number of candidates, and the number of those that were processed. */
  found: z.int(),
  acted: z.int(),
  failure: z.string().nullable(),
  requested_by_name: z.string().nullable(),
  started_at: instantOut,
  finished_at: instantOut.nullable(),
});

export const listScheduleRuns = contract({
  id: "schedule_runs.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/schedule-runs",
  access: "jobs.read",
  tag,
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
});

export const createScheduleRun = contract({
  id: "schedule_runs.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/schedule-runs",
  access: "jobs.write",
  tag,
  input: z.strictObject({ schedule: scheduleName, location_id: id, run_on: calendarDay }),
  output: scheduleRun,
  status: 202,
  errors: ["invalid_input", "not_found", "conflict"],
});
