import type { Area } from "@/lib/domain/area";
import { byLocation } from "@/lib/domain/audit-targets";
import { scheduleRunsDue } from "./events";
import { keyHours } from "./retention/key-hours";

const day = 24;

export const platform: Area = {
  name: "platform",
  events: [scheduleRunsDue],
  audit: {
    phrases: {
      "platform_job_runs.retry": "ran a job again",
      "schedule_runs.create": "ran a schedule again",
      "schedule_runs.fail": "marked a schedule run as failed",
      "schedule_runs.perform": "ran a schedule",
      "schedules.claim_due": "started the schedules that were due",
      "schedules.update": "changed a schedule",
      "support_grants.create": "opened support access",
      "support_grants.end": "ended support access",
    },
    filters: { schedules: "Schedules", support_grants: "Support access" },
    targets: {
      schedule: { name: null, path: () => "/settings/schedules" },
      schedule_run: { name: null, reach: byLocation("schedule_runs"), path: () => "/settings/schedules/runs" },
      job_run: { name: null },
      support_grant: { name: null, path: () => "/settings/support" },
    },
  },
  retention: [
    { table: "idempotency_keys", key: ["actor_id", "key"], column: "created_at", hours: keyHours },
    { table: "outbox_events", column: "sent_at", hours: 7 * day },
    // More than a year, so that a month can be compared with the same month of the year before.
    { table: "schedule_runs", column: "finished_at", hours: 400 * day },
  ],
  navigation: [
    { label: "Activity", path: "/activity", icon: "activity", group: "Team", permission: "audit.read", position: 70 },
  ],
};
