import { pool } from "@/db/client";
import { log } from "./log";

/** Executors of all processes listen here; see inngest/embedded. */
export const jobChannel = "fitflow_jobs";

/** What there is to do: events that nobody has routed, or work that is due. */
export type JobCall = "events" | "work";

/** After the commit. Should it get lost, executors find out at their next look. */
export function callExecutors(what: JobCall): void {
  pool()
    .query("select pg_notify($1, $2)", [jobChannel, what])
    .catch((error: Error) => log().warn({ err: error }, "executors were not woken"));
}
