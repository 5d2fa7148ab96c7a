import { pool } from "@/db/client";
import { log } from "./log";
import { processState } from "./process-state";

/** NOTIFY channel of the executors of all processes (inngest/embedded). */
export const jobChannel = "fitflow_jobs";

/** "events": events wait for routing. "work": queue items are due. */
export type WakeReason = "events" | "work";

type HealthCheck = () => string | null;

const health = processState<{ check: HealthCheck | undefined }>("jobs_health", () => ({ check: undefined }));

/** Set by a process with an embedded executor. The check returns why jobs do not run, or null. */
export function setJobsHealthCheck(check: HealthCheck | undefined): void {
  health.check = check;
}

/** Null if jobs run, or if this process does not run jobs. */
export const jobsProblem = (): string | null => health.check?.() ?? null;

/** Call after the commit. A lost notification only delays the work until the next poll. */
export function notifyExecutors(reason: WakeReason): void {
  pool()
    .query("select pg_notify($1, $2)", [jobChannel, reason])
    .catch((error: Error) => log().warn({ err: error }, "executors could not be notified"));
}
