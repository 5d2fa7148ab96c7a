import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";

export const jobRunState = z.enum(["queued", "running", "completed", "failed", "cancelled"]);

/** A readable sentence without statements, payloads or credentials. */
const failure = z.object({ name: z.string(), message: z.string() });

const attempt = failure.extend({ attempt: z.int(), at: instantOut });

export const jobRun = z.object({
  id,
  function_id: z.string(),
  function_name: z.string(),
  event_name: z.string(),
  organization_id: id.nullable(),
  state: jobRunState,
  failure: failure.nullable(),
  /** The failed run that this one repeats. */
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

export const jobRunDetails = jobRun.extend({
  event: z.object({
    id: z.string(),
    name: z.string(),
    data: z.record(z.string(), z.unknown()),
    occurred_at: instantOut,
  }),
  /** Attempts that failed outside of any step. */
  failed_attempts: z.array(attempt),
  steps: z.array(step),
});

const filters = {
  function_id: z
    .string()
    .regex(/^[\w-]{1,120}$/, { error: "Use the function's id as runs carry it, as fitflow-check-out-stale-visits" })
    .optional(),
  state: jobRunState.optional(),
  from: instantOut.optional(),
  to: instantOut.optional(),
  ...page,
};

const exampleRun = {
  id: "0197f0a0-0000-7000-8000-0000000000f1",
  function_id: "fitflow-send-message",
  function_name: "Send a message",
  event_name: "notifications/message.queued",
  organization_id: "0197f0a0-0000-7000-8000-0000000000a0",
  state: "failed" as const,
  failure: { name: "Error", message: "The mail server did not answer" },
  retried_run_id: null,
  created_at: "2026-03-05T06:42:00.000Z",
  started_at: "2026-03-05T06:42:00.020Z",
  finished_at: "2026-03-05T06:43:10.000Z",
};

const exampleDetails = {
  ...exampleRun,
  event: {
    id: "0197f0a0-0000-7000-8000-0000000000f2",
    name: "notifications/message.queued",
    data: { organization_id: exampleRun.organization_id },
    occurred_at: "2026-03-05T06:42:00.000Z",
  },
  failed_attempts: [],
  steps: [
    {
      id: "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8",
      name: "send",
      kind: "run" as const,
      state: "failed" as const,
      failure: exampleRun.failure,
      failed_attempts: [{ attempt: 1, at: "2026-03-05T06:42:01.000Z", ...exampleRun.failure }],
      created_at: "2026-03-05T06:42:01.000Z",
      finished_at: "2026-03-05T06:43:10.000Z",
    },
  ],
};

const kept =
  "Runs are kept for 14 days after their end, or as long as the server is set to. Where Inngest runs the jobs, its own dashboard shows them and this list is empty.";

export const listJobRuns = contract({
  id: "job_runs.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/job-runs",
  access: "jobs.read",
  tag: "Jobs",
  summary: "List the background jobs that ran for this organization, newest first",
  description: kept,
  input: z.strictObject(filters),
  output: pageOf(jobRun),
  errors: ["malformed_cursor"],
  example: { input: { state: "failed" }, output: { data: [exampleRun], next_cursor: null } },
});

export const getJobRun = contract({
  id: "job_runs.get",
  scope: "organization",
  method: "GET",
  path: "/api/v1/job-runs/{id}",
  access: "jobs.read",
  tag: "Jobs",
  summary: "Read a background job with its steps, attempts and event",
  input: z.strictObject({ id }),
  output: jobRunDetails,
  errors: ["not_found"],
  example: { input: { id: exampleRun.id }, output: exampleDetails },
});

export const listPlatformJobRuns = contract({
  id: "platform_job_runs.list",
  scope: "organization",
  method: "GET",
  path: "/api/v1/platform/job-runs",
  access: "organizations.list_all",
  tag: "Jobs",
  summary: "List the background jobs of all organizations and of the installation itself, newest first",
  description: kept,
  input: z.strictObject({ ...filters, organization_id: id.optional() }),
  output: pageOf(jobRun.extend({ organization_name: z.string().nullable() })),
  errors: ["malformed_cursor"],
  example: {
    input: { state: "failed" },
    output: { data: [{ ...exampleRun, organization_name: "Iron Temple" }], next_cursor: null },
  },
});

export const getJobExecutor = contract({
  id: "platform_job_executor.get",
  scope: "organization",
  method: "GET",
  path: "/api/v1/platform/job-executor",
  access: "organizations.list_all",
  tag: "Jobs",
  summary: "Read whether background jobs run, and why they do not",
  description:
    "`is_running` is false when no server process has reported for five minutes that it runs jobs. `fault` is what keeps the process that answers from running them.",
  input: z.strictObject({}),
  output: z.object({
    runs_in: z.enum(["server", "inngest"]),
    is_running: z.boolean(),
    /** When a server process last reported. */
    seen_at: instantOut.nullable(),
    fault: z.string().nullable(),
  }),
  errors: [],
  example: {
    input: {},
    output: { runs_in: "server", is_running: true, seen_at: "2026-03-05T06:42:00.000Z", fault: null },
  },
});

export const getPlatformJobRun = contract({
  id: "platform_job_runs.get",
  scope: "organization",
  method: "GET",
  path: "/api/v1/platform/job-runs/{id}",
  access: "organizations.list_all",
  tag: "Jobs",
  summary: "Read any background job with its steps, attempts and event",
  input: z.strictObject({ id }),
  output: jobRunDetails,
  errors: ["not_found"],
  example: { input: { id: exampleRun.id }, output: exampleDetails },
});

export const retryJobRun = contract({
  id: "platform_job_runs.retry",
  scope: "organization",
  method: "POST",
  path: "/api/v1/platform/job-runs/{id}/retries",
  access: "organizations.list_all",
  tag: "Jobs",
  summary: "Run a failed background job again",
  description:
    "The new run goes on where the failed one ended: steps that it completed are not repeated. Asking twice answers the same run.",
  input: z.strictObject({ id }),
  output: jobRun,
  status: 201,
  errors: ["not_found", "conflict"],
  example: {
    input: { id: exampleRun.id },
    output: {
      ...exampleRun,
      id: "0197f0a0-0000-7000-8000-0000000000f3",
      state: "queued",
      failure: null,
      retried_run_id: exampleRun.id,
      started_at: null,
      finished_at: null,
    },
  },
});
