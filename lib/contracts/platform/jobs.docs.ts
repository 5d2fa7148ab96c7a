import { documented } from "@/lib/contracts/documented";
import * as jobs from "./jobs";

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

const exampleSummary = {
  function_id: exampleRun.function_id,
  function_name: exampleRun.function_name,
  last_run: {
    id: exampleRun.id,
    state: exampleRun.state,
    failure: exampleRun.failure,
    created_at: exampleRun.created_at,
  },
  next_run_at: null,
  recent: { completed: 97, failed: 3, idle: 0 },
  to_look_at: 1,
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

const retention =
  "Runs are stored for 14 days after their end, unless the server is configured otherwise. If Inngest runs the jobs, its dashboard shows them and this list is empty.";

export const jobsDocs = documented(jobs, {
  listJobRuns: {
    summary: "List the background job runs of this organization, newest first",
    description: retention,
    example: { input: { state: "failed" }, output: { data: [exampleRun], next_cursor: null } },
  },

  listJobSummaries: {
    summary: "List the jobs of this organization with their last run, success and failures, the ones to look at first",
    description: retention,
    example: { input: {}, output: { data: [exampleSummary] } },
  },

  listPlatformJobSummaries: {
    summary:
      "List the jobs of the installation with their last and next run, success and failures, the ones to look at first",
    description: retention,
    example: { input: {}, output: { data: [exampleSummary] } },
  },

  getJobRun: {
    summary: "Retrieve a background job run with its steps, attempts and event",
    example: { input: { id: exampleRun.id }, output: exampleDetails },
  },

  listPlatformJobRuns: {
    summary: "List the background job runs of all organizations and of the installation, newest first",
    description: retention,
    example: {
      input: { state: "failed" },
      output: { data: [{ ...exampleRun, organization_name: "Iron Temple" }], next_cursor: null },
    },
  },

  getJobExecutor: {
    summary: "Retrieve whether background jobs run, and the cause if they do not",
    description:
      "`is_running` is false if no server process has reported in the last five minutes that it runs jobs. `fault` is the reason why the responding process cannot run them.",
    example: {
      input: {},
      output: { runs_in: "server", is_running: true, seen_at: "2026-03-05T06:42:00.000Z", fault: null },
    },
  },

  getPlatformJobRun: {
    summary: "Retrieve a background job run of any organization with its steps, attempts and event",
    example: { input: { id: exampleRun.id }, output: exampleDetails },
  },

  retryJobRun: {
    summary: "Retry a failed background job",
    description:
      "The new run continues where the failed run ended. Completed steps are not repeated. A repeated request returns the same run.",
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
  },
});
