import { inngest } from "@/inngest/client";
import { on } from "@/inngest/events";
import { failRun, performRun } from "@/lib/domain/schedules";
import { log } from "@/lib/kernel/log";
import { actingIn } from "./acting-in";

const failure =
  "It did not succeed after several tries. Run the day again; if it fails once more, the server's log has the reason.";

/** R9: the days of one schedule at one location, the oldest first. One that fails for good says so and lets the next begin. */
export const runSchedule = inngest.createFunction(
  {
    id: "run-schedule",
    name: "Run a schedule's days",
    triggers: [on("schedules/runs.due")],
    retries: 4,
    // In turn inside an organization, whose gyms wait for no other.
    concurrency: { key: "event.data.organization_id", limit: 1 },
  },
  async ({ event, step }) => {
    const { organization_id, schedule, run_ids } = event.data;
    for (const run_id of run_ids) {
      try {
        await step.run(`run-${run_id}`, async () =>
          performRun(await actingIn(organization_id, "Schedules"), { run_id }),
        );
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
