import { copyEnvironment, runsJobsItself } from "@/lib/kernel/env";
import { setEventSender, startOutboxSweep } from "@/lib/kernel/outbox";
import { inngest } from "./client";
import { startExecutor } from "./embedded";

/** From now on events leave the outbox, and where no Inngest is configured this process runs what they start. */
export function startJobs(): void {
  copyEnvironment();
  setEventSender((events) => inngest.send(events));
  startOutboxSweep();
  if (runsJobsItself()) startExecutor();
}
