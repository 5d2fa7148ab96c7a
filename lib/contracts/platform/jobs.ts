import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, page, pageOf } from "@/lib/contracts/fields";

export const jobRunState = z.enum(["queued", "running", "completed", "failed", "cancelled"]);

/** A readable sentence without statements, payloads or credentials. */
const failure = z.object({ name: z.string(), message: z.string() });

const attempt = failure.extend({ attempt: z.int(), at: instantOut });

const jobRun = z.object({
  id,
  function_id: z.string(),
  function_name: z.string(),
  event_name: z.string(),
  organization_id: id.nullable(),
  state: jobRunState,
  failure: failure.nullable(),
  /** The failed run that this run retries. */
  retried_run_id: id.nullable(),
  created_at: instantOut,
  started_at: instantOut.nullable(),
  finished_at: instantOut.nullable(),
});

const step = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["run", "sleep", "wait", "invoke"]),
  state: z.enum(["planned", "waiting", "failing", "completed", "failed"]),
  failure: failure.nullable(),
  failed_attempts: z.array(attempt),
  created_at: instantOut,
  finished_at: instantOut.nullable(),
});

const jobRunDetails = jobRun.extend({
  event: z.object({
    id: z.string(),
    name: z.string(),
    data: z.record(z.string(), z.unknown()),
    occurred_at: instantOut,
  }),
  /** Failed attempts outside of steps. */
  failed_attempts: z.array(attempt),
  steps: z.array(step),
});

const summary = z.object({
  function_id: z.string(),
  function_name: z.string(),
  last_run: z.object({ id, state: jobRunState, failure: failure.nullable(), created_at: instantOut }).nullable(),
  /** The next tick of its timer; null for a job that events start. */
  next_run_at: instantOut.nullable(),
  /** Of the last 100 runs. */
  recent: z.object({ completed: z.int(), failed: z.int(), idle: z.int() }),
  /** Failed runs that were not retried since. */
  to_look_at: z.int(),
});

const filters = {
  function_id: z
    .string()
    .regex(/^[\w-]{1,120}$/, { error: "Use the function's id as runs carry it, as fitflow-check-out-stale-visits" })
    .optional(),
  state: jobRunState.optional(),
  /** False leaves out runs of timers that found nothing to do. */
  with_idle: flag.default(true),
  from: instantOut.optional(),
  to: instantOut.optional(),
  ...page,
};

export const listJobRuns = contract({
  id: "job_runs.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/job-runs",
  access: "jobs.read",
  tag: "Jobs",
  input: z.strictObject(filters),
  output: pageOf(jobRun),
  errors: ["malformed_cursor"],
});

export const listJobSummaries = contract({
  id: "job_summaries.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/job-summaries",
  access: "jobs.read",
  tag: "Jobs",
  input: z.strictObject({}),
  output: z.object({ data: z.array(summary) }),
  errors: [],
});

export const listPlatformJobSummaries = contract({
  id: "platform_job_summaries.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/platform/job-summaries",
  access: "organizations.list_all",
  tag: "Jobs",
  input: z.strictObject({ organization_id: id.optional() }),
  output: z.object({ data: z.array(summary) }),
  errors: [],
});

export const getJobRun = contract({
  id: "job_runs.get",
  scope: "organization",
  method: "GET",
  path: "/api/v1/job-runs/{id}",
  access: "jobs.read",
  tag: "Jobs",
  input: z.strictObject({ id }),
  output: jobRunDetails,
  errors: ["not_found"],
});

export const listPlatformJobRuns = contract({
  id: "platform_job_runs.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/platform/job-runs",
  access: "organizations.list_all",
  tag: "Jobs",
  input: z.strictObject({ ...filters, organization_id: id.optional() }),
  output: pageOf(jobRun.extend({ organization_name: z.string().nullable() })),
  errors: ["malformed_cursor"],
});

export const getJobExecutor = contract({
  id: "platform_job_executor.get",
  scope: "organization",
  method: "GET",
  path: "/api/v1/platform/job-executor",
  access: "organizations.list_all",
  tag: "Jobs",
  input: z.strictObject({}),
  output: z.object({
    runs_in: z.enum(["server", "inngest"]),
    is_running: z.boolean(),
    /** When a server process last reported. */
    seen_at: instantOut.nullable(),
    fault: z.string().nullable(),
  }),
  errors: [],
});

export const getPlatformJobRun = contract({
  id: "platform_job_runs.get",
  scope: "organization",
  method: "GET",
  path: "/api/v1/platform/job-runs/{id}",
  access: "organizations.list_all",
  tag: "Jobs",
  input: z.strictObject({ id }),
  output: jobRunDetails,
  errors: ["not_found"],
});

export const retryJobRun = contract({
  id: "platform_job_runs.retry",
  scope: "organization",
  method: "POST",
  path: "/api/v1/platform/job-runs/{id}/retries",
  access: "organizations.list_all",
  tag: "Jobs",
  input: z.strictObject({ id }),
  output: jobRun,
  status: 201,
  errors: ["not_found", "conflict"],
});
