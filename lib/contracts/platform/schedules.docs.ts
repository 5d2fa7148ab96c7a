import { documented } from "@/lib/contracts/documented";
import * as schedules from "./schedules";

const place = { location_id: "0197f0a0-0000-7000-8000-000000000001", location_name: "Fitzroy" };

const example = {
  schedule: "birthday" as const,
  is_on: true,
  local_time: "09:00",
  weekday: null,
  next: [{ ...place, at: "2026-03-05T22:00:00.000Z", on: "2026-03-06", time_zone: "Australia/Melbourne" }],
  version: 0,
};

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

export const schedulesDocs = documented(schedules, {
  listSchedules: {
    summary: "List schedules with their next run at each location",
    example: { input: {}, output: { data: [example] } },
  },

  updateSchedule: {
    summary: "Change the hour or weekday of a schedule, or turn it off",
    example: {
      input: { schedule: "birthday", local_time: "10:30" },
      output: { ...example, local_time: "10:30", version: 1 },
    },
  },

  listScheduleRuns: {
    summary: "List the runs of schedules, newest first",
    example: { input: {}, output: { data: [exampleRun], next_cursor: null } },
  },

  createScheduleRun: {
    summary: "Rerun a schedule for a day",
    description:
      "Recipients who already received a message do not receive it again. The day is today or at most 31 days in the past.",
    example: {
      input: { schedule: "birthday", location_id: place.location_id, run_on: "2026-03-05" },
      output: { ...exampleRun, repetition: 1, state: "running", found: 0, acted: 0, finished_at: null },
    },
  },
});
