import type { Endpoint } from "@/lib/client/endpoint";
import type * as jobs from "@/lib/contracts/platform/jobs";
import type * as schedules from "@/lib/contracts/platform/schedules";
import type * as supportGrants from "@/lib/contracts/platform/support-grants";

export const retryJobRun: Endpoint<typeof jobs.retryJobRun> = {
  id: "platform_job_runs.retry",
  method: "POST",
  path: "/api/v1/platform/job-runs/{id}/retries",
};

export const updateSchedule: Endpoint<typeof schedules.updateSchedule> = {
  id: "schedules.update",
  method: "PATCH",
  path: "/api/v1/schedules/{schedule}",
};

export const createScheduleRun: Endpoint<typeof schedules.createScheduleRun> = {
  id: "schedule_runs.create",
  method: "POST",
  path: "/api/v1/schedule-runs",
};

export const createSupportGrant: Endpoint<typeof supportGrants.createSupportGrant> = {
  id: "support_grants.create",
  method: "POST",
  path: "/api/v1/support-grants",
};

export const endSupportGrant: Endpoint<typeof supportGrants.endSupportGrant> = {
  id: "support_grants.end",
  method: "DELETE",
  path: "/api/v1/support-grants/{id}",
};
