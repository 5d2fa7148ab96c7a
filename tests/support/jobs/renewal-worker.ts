import { executeScheduleRun } from "@/lib/domain/platform/schedules";
import { type OrganizationCard, systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { snapshotEnvironment } from "@/lib/kernel/env";

export type RenewalOrder = { organization: OrganizationCard; at: string; run_ids: string[] };

/** Works off claimed days of a schedule, as the job of inngest/schedules does, and says when all of them are done. */
async function work({ organization, at, run_ids }: RenewalOrder): Promise<void> {
  const caller = systemCaller("Schedules", organization, fixedClock(at));
  process.send?.("begun");
  for (const run_id of run_ids) {
    while ((await executeScheduleRun(caller, { run_id })).has_more);
  }
  process.send?.("done");
}

snapshotEnvironment();
process.once("message", (order: RenewalOrder) => work(order));
process.send?.("ready");
