import { snapshotEnvironment, usesEmbeddedExecutor } from "@/lib/kernel/env";
import { setEventSender } from "@/lib/kernel/outbox";
import { startOutboxSweep } from "@/lib/kernel/outbox-sweep";
import { untilJobsRunHere } from "@/lib/kernel/process-group";
import { isShuttingDown } from "@/lib/kernel/shutdown";
import { inngest } from "./client";
import { startExecutor } from "./embedded";

/**
 * Starts sending events from the outbox. The process that runs the jobs also sweeps the outbox and, without Inngest keys, runs the
 * embedded executor.
 */
export function startJobs(): void {
  snapshotEnvironment();
  setEventSender((events) => inngest.send(events));
  void untilJobsRunHere().then(() => {
    if (isShuttingDown()) return;
    startOutboxSweep();
    if (usesEmbeddedExecutor()) startExecutor();
  });
}
