import { callExecutors, type JobCall } from "@/lib/kernel/jobs";

const globals = globalThis as { fitflowWake?: (what: JobCall) => void };

/** The executor of this process, while it runs. On globalThis, since Next loads a module once per bundle. */
export function setWaker(wake: ((what: JobCall) => void) | undefined): void {
  if (wake) globals.fitflowWake = wake;
  else delete globals.fitflowWake;
}

/** After the commit. The executor at hand is told directly; where there is none, those of other processes. */
export function wakeExecutor(what: JobCall): void {
  if (globals.fitflowWake) globals.fitflowWake(what);
  else callExecutors(what);
}
