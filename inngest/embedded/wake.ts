import { notifyExecutors, type WakeReason } from "@/lib/kernel/jobs";

const globals = globalThis as { fitflowWake?: (reason: WakeReason) => void };

/** Registers the executor of this process. On globalThis, because Next loads a module once per bundle. */
export function setWaker(wake: ((reason: WakeReason) => void) | undefined): void {
  if (wake) globals.fitflowWake = wake;
  else delete globals.fitflowWake;
}

/** Call after the commit. Wakes the executor of this process directly, or notifies those of other processes. */
export function wakeExecutor(reason: WakeReason): void {
  if (globals.fitflowWake) globals.fitflowWake(reason);
  else notifyExecutors(reason);
}
