import { snapshotEnvironment, usesEmbeddedExecutor } from "@/lib/kernel/env";
import { setEventSender } from "@/lib/kernel/outbox";
import { startOutboxSweep } from "@/lib/kernel/outbox-sweep";
import { inngest } from "./client";
import { startExecutor } from "./embedded";

/** Starts sending events from the outbox. Without Inngest keys, also starts the embedded executor. */
export function startJobs(): void {
  snapshotEnvironment();
  setEventSender((events) => inngest.send(events));
  startOutboxSweep();
  if (usesEmbeddedExecutor()) startExecutor();
}
