import { notifyExecutors, type WakeReason } from "@/lib/kernel/jobs";
import { processState } from "@/lib/kernel/process-state";

type Wake = (reason: WakeReason) => void;

const own = processState<{ wake: Wake | undefined }>("executor_wake", () => ({ wake: undefined }));

/** Registers the executor of this process. */
export function setWaker(wake: Wake | undefined): void {
  own.wake = wake;
}

/** Call after the commit. Wakes the executor of this process directly, or notifies those of other processes. */
export function wakeExecutor(reason: WakeReason): void {
  if (own.wake) own.wake(reason);
  else notifyExecutors(reason);
}
