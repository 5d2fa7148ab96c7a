import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { scheduleRunsDue } from "@/lib/domain/platform/events";
import { failRun, performRun } from "@/lib/domain/platform/schedules";
import { log } from "@/lib/kernel/log";
import { actingIn } from "./acting-in";

const failure =
  "It did not succeed after several tries. Run the day again; if it fails once more, the server's log has the reason.";

/** Looks at earlier days that are still being tried elsewhere, of all days of a run together: some hours of waiting. */
const looks = 24;
const pause = (look: number) => `${look <= 12 ? 1 : 20}m`;

const tooLong =
  "An earlier day of this schedule has not come to its end for hours. Run that day again, and then this one.";

/**
 * R9: the days of one schedule at one location, the oldest first. One that fails for good says so and lets the next begin; one
 * whose earlier day is still being tried, in a run of its own, waits for it.
 */
export const runSchedule = inngest.createFunction(
  {
    id: "run-schedule",
    name: "Run a schedule's days",
    triggers: [on(scheduleRunsDue)],
    retries: 4,
    // In turn inside an organization, whose gyms wait for no other.
    concurrency: { key: "event.data.organization_id", limit: 1 },
    // Whatever ended the run: a day that nobody works on any more would hold up those after it.
    onFailure: async ({ event, step }) => {
      const { organization_id, run_ids } = event.data.event.data as EventData<typeof scheduleRunsDue>;
      for (const run_id of run_ids) {
        await step.run(`fail-${run_id}`, async () =>
          failRun(await actingIn(organization_id, "Schedules"), { run_id, failure }),
        );
      }
    },
  },
  async ({ event, step }) => {
    const { organization_id, schedule, run_ids } = event.data;
    let look = 0;
    for (const run_id of run_ids) {
      try {
        for (let name = `run-${run_id}`; ; name = `run-${run_id}-${look}`) {
          const { state } = await step.run(name, async () =>
            performRun(await actingIn(organization_id, "Schedules"), { run_id }),
          );
          if (state !== "running") break;
          look += 1;
          if (look > looks) throw new WaitedTooLong(tooLong);
          await step.sleep(`wait-${run_id}-${look}`, pause(look));
        }
      } catch (error) {
        await step.run(`fail-${run_id}`, async () => {
          log().error({ err: error, organization_id, schedule, run_id }, "a schedule's day failed for good");
          const why = error instanceof WaitedTooLong ? error.message : failure;
          return failRun(await actingIn(organization_id, "Schedules"), { run_id, failure: why });
        });
      }
    }
    return { days: run_ids.length };
  },
);

class WaitedTooLong extends Error {
  override readonly name = "WaitedTooLong";
}
