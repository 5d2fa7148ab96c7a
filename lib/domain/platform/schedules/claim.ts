import { z } from "zod";
import { scheduleRuns } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { scheduleRunsDue } from "@/lib/domain/platform/events";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { ScheduleName } from "@/lib/values/notifications";
import { dueRuns } from "./due";
import { placesOf } from "./places";
import { runnableSchedules } from "./schedules";
import { settingsOf } from "./settings";

const claimTerms = job({
  id: "schedules.claim_due",
  input: z.strictObject({}),
  output: z.object({ claimed: z.int() }),
});

/**
 * Takes every day that is due and orders its work, in one transaction. Of any number of workers that ask at the same moment
 * each day goes to one, since its row can be written once.
 */
export const claimDueRuns = operation(claimTerms, async (ctx) => {
  const [settings, places] = await Promise.all([settingsOf(ctx), placesOf(ctx)]);
  const due = places.flatMap((place) =>
    runnableSchedules.flatMap((schedule) =>
      dueRuns(settings[schedule], place, place.last_on[schedule] ?? null, ctx.now).map((run_on) => ({
        location_id: place.id,
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
  for (const runs of inTurn(claimed)) orderRuns(ctx, runs);
  return { claimed: claimed.length };
});

type Claimed = { id: string; location_id: string; schedule: ScheduleName };

/** A schedule's days at a location go in one event, so that they are worked off one after the other (C14). */
function inTurn(claimed: readonly Claimed[]): Claimed[][] {
  const groups = new Map<string, Claimed[]>();
  for (const run of claimed) {
    const key = `${run.location_id} ${run.schedule}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}

export function orderRuns(ctx: Pick<Ctx<unknown>, "emit">, runs: readonly Claimed[]): void {
  const [first] = runs;
  if (!first) return;
  const { schedule, location_id } = first;
  ctx.emit(scheduleRunsDue, { schedule, location_id, run_ids: runs.map(({ id }) => id) });
}
