import { systemClock } from "@/lib/kernel/clock";
import { dayAt } from "@/lib/values/calendar-day";
import type { Specimens } from "@/tests/support/contracts/specimens";

export const specimens: Specimens = {
  inputs: {
    "schedules.list": () => ({}),
    "schedules.update": () => ({ schedule: "birthday", local_time: "10:30" }),
    "schedule_runs.list": () => ({ schedule: "birthday" }),
    "schedule_runs.create": (gym) => ({
      schedule: "inactive-members",
      location_id: gym.location_id,
      run_on: dayAt(systemClock.now().toString(), "Europe/Berlin"),
    }),
  },
};
