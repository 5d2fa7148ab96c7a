import { pool } from "@/db/client";
import { log } from "./log";

/** Executors of all processes listen here; see inngest/embedded. */
export const jobChannel = "fitflow_jobs";

/** What there is to do: events that nobody has routed, or work that is due. */
export type JobCall = "events" | "work";

type JobsGlobal = { fitflowJobsFault?: (() => string | null) | undefined };

/** On globalThis, since Next loads a module once per bundle. */
const globals = globalThis as JobsGlobal;

/** Set by a process that is to run jobs itself: why it does not, or null while it does. */
export function setJobsFault(ask: (() => string | null) | undefined): void {
  globals.fitflowJobsFault = ask;
}

/** Null too where the process does not run jobs at all. */
export const jobsFault = (): string | null => globals.fitflowJobsFault?.() ?? null;

/** After the commit. Should it get lost, executors find out at their next look. */
export function callExecutors(what: JobCall): void {
  pool()
    .query("select pg_notify($1, $2)", [jobChannel, what])
    .catch((error: Error) => log().warn({ err: error }, "executors were not woken"));
}
