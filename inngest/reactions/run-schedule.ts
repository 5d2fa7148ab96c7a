import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { failRun, performRun } from "@/lib/domain/schedules";
import { log } from "@/lib/kernel/log";
import { actingIn } from "./acting-in";

const failure =
  "It did not succeed after several tries. Run the day again; if it fails once more, the server's log has the reason.";

/**
 * R9: the days of one schedule at one location, the oldest first. One that fails for good says so and lets the next begin; one
 * whose earlier day is still being tried, in a run of its own, waits for it.
 */
export const runSchedule = inngest.createFunction(
  {
    id: "run-schedule",
    name: "Run a schedule's days",
    triggers: [on("schedules/runs.due")],
    retries: 4,
    // In turn inside an organization, whose gyms wait for no other.
    concurrency: { key: "event.data.organization_id", limit: 1 },
    // Whatever ended the run: a day that nobody works on any more would hold up those after it.
    onFailure: async ({ event, step }) => {
      const { organization_id, run_ids } = event.data.event.data as EventData<"schedules/runs.due">;
      for (const run_id of run_ids) {
        await step.run(`fail-${run_id}`, async () =>
          failRun(await actingIn(organization_id, "Schedules"), { run_id, failure }),
        );
      }
    },
  },
  async ({ event, step }) => {
    const { organization_id, schedule, run_ids } = event.data;
    for (const run_id of run_ids) {
      try {
        for (let look = 1; ; look++) {
          const { state } = await step.run(look === 1 ? `run-${run_id}` : `run-${run_id}-${look}`, async () =>
            performRun(await actingIn(organization_id, "Schedules"), { run_id }),
          );
          if (state !== "running") break;
          await step.sleep(`wait-${run_id}-${look}`, "1m");
        }
      } catch (error) {
        await step.run(`fail-${run_id}`, async () => {
          log().error({ err: error, organization_id, schedule, run_id }, "a schedule's day failed for good");
          return failRun(await actingIn(organization_id, "Schedules"), { run_id, failure });
        });
      }
    }
    return { days: run_ids.length };
  },
);
