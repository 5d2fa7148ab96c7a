import type { Output } from "@/lib/contracts/contract";
import type { getJobRun, listPlatformJobRuns } from "@/lib/contracts/platform/jobs";

export type JobRunDetails = Output<typeof getJobRun>;
export type PlatformJobRun = Output<typeof listPlatformJobRuns>["data"][number];
export type JobState = JobRunDetails["state"];
export type JobStep = JobRunDetails["steps"][number];

export const jobStateLabels: Record<JobState, string> = {
  queued: "Waiting",
  running: "Running",
  completed: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
};

export const stepStateLabels: Record<JobStep["state"], string> = {
  planned: "Planned",
  waiting: "Waiting",
  failing: "Retrying",
  completed: "Done",
  failed: "Failed",
};

export const stepKindLabels: Record<JobStep["kind"], string> = {
  run: "Runs code",
  sleep: "Waits until a time",
  wait: "Waits for an event",
  invoke: "Waits for another job",
};
