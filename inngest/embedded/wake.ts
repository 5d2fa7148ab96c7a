import { pool } from "@/db/client";
import { log } from "@/lib/kernel/log";

export const wakeChannel = "fitflow_jobs";

/** What there is to do: events that nobody has routed, or work that is due. */
export type Reason = "events" | "work";

const globals = globalThis as { fitflowWake?: (reason: Reason) => void };

/** The executor of this process, while it runs. On globalThis, since Next loads a module once per bundle. */
export function setWaker(wake: ((reason: Reason) => void) | undefined): void {
  if (wake) globals.fitflowWake = wake;
  else delete globals.fitflowWake;
}

/** After the commit. The executor at hand is told directly; where there is none, those of other processes. */
export function wakeExecutor(reason: Reason): void {
  if (globals.fitflowWake) globals.fitflowWake(reason);
  else callOthers(reason);
}

/** Should it get lost, they find out at their next look. */
export function callOthers(reason: Reason): void {
  pool()
    .query("select pg_notify($1, $2)", [wakeChannel, reason])
    .catch((error: Error) => log().warn({ err: error }, "other executors were not woken"));
}
