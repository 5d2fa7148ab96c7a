import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";
import { scheduleName } from "@/lib/values/schemas/notifications";

/** Days of one schedule at one location, oldest first. */
export const scheduleRunsDue = defineEvent(
  "schedules/runs.due",
  z.object({ schedule: scheduleName, location_id: z.uuid(), run_ids: z.array(z.uuid()).min(1) }),
);
