import { z } from "zod";
import { scheduleRuns } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { scheduleRunsDue } from "@/lib/domain/platform/events";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { ScheduleName } from "@/lib/values/notifications";
import { dueRuns } from "./due-days";
import { listScheduleLocations } from "./schedule-locations";
import { runnableSchedules } from "./schedules";
import { settingsOf } from "./settings";

const contract = job({
  id: "schedules.claim_due",
  input: z.strictObject({}),
  output: z.object({ claimed: z.int() }),
});

/**
 * Claims all due days and emits their work in one transaction. The unique row of a day gives it to one of several concurrent
 * workers.
 */
export const startDueScheduleRuns = operation(contract, async (ctx) => {
  const [settings, schedule_locations] = await Promise.all([settingsOf(ctx), listScheduleLocations(ctx)]);
  const due = schedule_locations.flatMap((location) =>
    runnableSchedules.flatMap((schedule) =>
      dueRuns(settings[schedule], location, location.last_on[schedule] ?? null, ctx.now).map((run_on) => ({
        location_id: location.id,
        schedule,
        run_on,
      })),
    ),
  );
  if (due.length === 0) return { claimed: 0 };
  const claimed = await ctx.db
    .insert(scheduleRuns)
    .values(
      due.map((run) => ({
        ...run,
        organization_id: ctx.organization_id,
        state: "running" as const,
        started_at: ctx.now.toString(),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: scheduleRuns.id, location_id: scheduleRuns.location_id, schedule: scheduleRuns.schedule });
  for (const runs of groupRuns(claimed)) emitRuns(ctx, runs);
  return { claimed: claimed.length };
});

type ClaimedRun = { id: string; location_id: string; schedule: ScheduleName };

/** Groups the days by schedule and location. One event per group, so that they run one after the other (C14). */
function groupRuns(claimed: readonly ClaimedRun[]): ClaimedRun[][] {
  const groups = new Map<string, ClaimedRun[]>();
  for (const run of claimed) {
    const key = `${run.location_id} ${run.schedule}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}

export function emitRuns(ctx: Pick<Ctx, "emit">, runs: readonly ClaimedRun[]): void {
  const [first] = runs;
  if (!first) return;
  const { schedule, location_id } = first;
  ctx.emit(scheduleRunsDue, { schedule, location_id, run_ids: runs.map(({ id }) => id) });
}
