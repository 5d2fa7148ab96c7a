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
  "Runs are stored for 14 days after their end, or as long as the server is configured to. If Inngest runs the jobs, its dashboard shows them and this list is empty.";

export const jobsDocs = documented(jobs, {
  listJobRuns: {
    summary: "List the background jobs that ran for this organization, newest first",
    description: retention,
    example: { input: { state: "failed" }, output: { data: [exampleRun], next_cursor: null } },
  },

  getJobRun: {
    summary: "Read a background job with its steps, attempts and event",
    example: { input: { id: exampleRun.id }, output: exampleDetails },
  },

  listPlatformJobRuns: {
    summary: "List the background jobs of all organizations and of the installation itself, newest first",
    description: retention,
    example: {
      input: { state: "failed" },
      output: { data: [{ ...exampleRun, organization_name: "Iron Temple" }], next_cursor: null },
    },
  },

  getJobExecutor: {
    summary: "Read whether background jobs run, and why they do not",
    description:
      "`is_running` is false when no server process has reported for five minutes that it runs jobs. `fault` is what keeps the process that answers from running them.",
    example: {
      input: {},
      output: { runs_in: "server", is_running: true, seen_at: "2026-03-05T06:42:00.000Z", fault: null },
    },
  },

  getPlatformJobRun: {
    summary: "Read any background job with its steps, attempts and event",
    example: { input: { id: exampleRun.id }, output: exampleDetails },
  },

  retryJobRun: {
    summary: "Run a failed background job again",
    description:
      "The new run goes on where the failed one ended: steps that it completed are not repeated. Asking twice answers the same run.",
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
