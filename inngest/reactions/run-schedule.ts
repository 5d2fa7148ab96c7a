import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { scheduleRunsDue } from "@/lib/domain/platform/events";
import { executeScheduleRun, failScheduleRun } from "@/lib/domain/platform/schedules";
import { log } from "@/lib/kernel/log";
import { systemCallerIn } from "./system-caller-in";

const failure =
  "It failed after several attempts. Run the day again. If it fails again, the server's log has the reason.";

/** Polls for an earlier day that is still running, over all days of this run: some hours in total. */
const maxPolls = 24;
const pollInterval = (look: number) => `${look <= 12 ? 1 : 20}m`;

const blockedTooLong =
  "An earlier day of this schedule has not finished for hours. Run that day again, and then this one.";

/**
 * R9: runs the days of one schedule at one location, oldest first. A day that fails finally is marked as failed, and the next one
 * starts. A day waits while an earlier day is still running in another run.
 */
export const runSchedule = inngest.createFunction(
  {
    id: "run-schedule",
    name: "Run the days of a schedule",
    triggers: [on(scheduleRunsDue)],
    retries: 4,
    // Serial per organization, parallel across organizations.
    concurrency: { key: "event.data.organization_id", limit: 1 },
    // Marks the days as failed whatever ended the run. An unfinished day would block the later ones.
    onFailure: async ({ event, step }) => {
      const { organization_id, run_ids } = event.data.event.data as EventData<typeof scheduleRunsDue>;
      for (const run_id of run_ids) {
        await step.run(`fail-${run_id}`, async () =>
          failScheduleRun(await systemCallerIn(organization_id, "Schedules"), { run_id, failure }),
        );
      }
    },
  },
  async ({ event, step }) => {
    const { organization_id, schedule, run_ids } = event.data;
    let look = 0;
    for (const run_id of run_ids) {
      try {
        let part = 0;
        for (let name = `run-${run_id}`; ; name = `run-${run_id}-${look}-${part}`) {
          const { state, has_more } = await step.run(name, async () =>
            executeScheduleRun(await systemCallerIn(organization_id, "Schedules"), { run_id }),
          );
          if (state !== "running") break;
          if (has_more) {
            part += 1;
            continue;
          }
          look += 1;
          if (look > maxPolls) throw new BlockedTooLong(blockedTooLong);
          await step.sleep(`wait-${run_id}-${look}`, pollInterval(look));
        }
      } catch (error) {
        await step.run(`fail-${run_id}`, async () => {
          log().error({ err: error, organization_id, schedule, run_id }, "a schedule day failed finally");
          const why = error instanceof BlockedTooLong ? error.message : failure;
          return failScheduleRun(await systemCallerIn(organization_id, "Schedules"), { run_id, failure: why });
        });
      }
    }
    return { days: run_ids.length };
  },
);

class BlockedTooLong extends Error {
  override readonly name = "BlockedTooLong";
}
