import { and, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { locations, scheduleRuns } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import type { Schedule } from "@/lib/domain/area";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { scheduleRunState } from "@/lib/values/schemas/notifications";
import { writtenDay } from "@/lib/values/written-day";
import { loadSchedule } from "./schedules";

const run_id = z.uuid();
const outcome = z.object({
  state: scheduleRunState,
  found: z.int(),
  acted: z.int(),
  /** The day continues in a further transaction. */
  has_more: z.boolean().optional(),
});

/**
 * Runs a claimed day and stores its result in one transaction. A finished day is not changed. Returns `running` while an earlier
 * day of the same schedule and location is unfinished (R9).
 */
export const executeScheduleRun = operation(
  job({ id: "schedule_runs.perform", input: z.strictObject({ run_id }), output: outcome }),
  async (ctx, input) => {
    const { run, location } = await lockRun(ctx, input.run_id);
    if (run.state !== "running" || (await hasUnfinishedEarlierDay(ctx, run))) return run;
    const schedule = await loadSchedule(run.schedule);
    const { has_more, ...part } = await schedule.run(ctx, { location, run_on: run.run_on });
    const done = { found: run.found + part.found, acted: run.acted + part.acted };
    if (has_more) {
      await update(ctx, run.id, done);
      return { state: "running" as const, ...done, has_more };
    }
    await finish(ctx, run.id, { state: "done", ...done });
    if (done.acted > 0 && schedule.report_catch_up_to) await reportCatchUp(ctx, run, location, schedule, done.acted);
    if (done.acted > 0) {
      ctx.audit({
        target_type: "schedule_run",
        target_id: run.id,
        after: { schedule: run.schedule, location_name: location.name, run_on: run.run_on, ...done },
      });
    }
    return { state: "done" as const, ...done };
  },
  { writes_many: true },
);

/** Runs after the last attempt: marks the run as failed and notifies the staff who may repeat it. */
export const failScheduleRun = operation(
  job({ id: "schedule_runs.fail", input: z.strictObject({ run_id, failure: z.string() }), output: outcome }),
  async (ctx, { failure, ...input }) => {
    const { run, location } = await lockRun(ctx, input.run_id);
    if (run.state !== "running") return run;
    await finish(ctx, run.id, { state: "failed", failure });
    await notifyStaff(ctx, {
      kind: "schedule_failed",
      event_key: `schedule_failed:${run.id}`,
      title: `${nameOf(run.schedule)} did not run on ${writtenDay(run.run_on)}`,
      body: `${location.name}: ${failure}`,
      href: `/manage/${ctx.organization.slug}/settings/schedules/runs?state=failed`,
      permission: "jobs.write",
      location_id: location.id,
    });
    ctx.audit({
      target_type: "schedule_run",
      target_id: run.id,
      after: { schedule: run.schedule, location_name: location.name, run_on: run.run_on, state: "failed" },
    });
    return { state: "failed" as const, found: 0, acted: 0 };
  },
);

async function lockRun({ db, organization_id }: Ctx, id: string) {
  const [row] = await db
    .select({ run: scheduleRuns, location: locations })
    .from(scheduleRuns)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, scheduleRuns.organization_id), eq(locations.id, scheduleRuns.location_id)),
    )
    .where(and(eq(scheduleRuns.organization_id, organization_id), eq(scheduleRuns.id, id)))
    .for("update", { of: scheduleRuns });
  if (!row) throw notFound();
  return row;
}

async function hasUnfinishedEarlierDay(
  { db, organization_id }: Ctx,
  run: typeof scheduleRuns.$inferSelect,
): Promise<boolean> {
  const earlier = await db
    .select({ id: scheduleRuns.id })
    .from(scheduleRuns)
    .where(
      and(
        eq(scheduleRuns.organization_id, organization_id),
        eq(scheduleRuns.location_id, run.location_id),
        eq(scheduleRuns.schedule, run.schedule),
        eq(scheduleRuns.state, "running"),
        lt(scheduleRuns.run_on, run.run_on),
      ),
    )
    .limit(1);
  return earlier.length > 0;
}

/** C14: tells staff what was done for a day that had been missed. */
async function reportCatchUp(
  ctx: Ctx,
  { id, run_on }: typeof scheduleRuns.$inferSelect,
  location: typeof locations.$inferSelect,
  { name, report_catch_up_to }: Schedule,
  acted: number,
): Promise<void> {
  if (!report_catch_up_to || run_on >= dayAt(ctx.now.toString(), location.time_zone)) return;
  await notifyStaff(ctx, {
    kind: "schedule_caught_up",
    event_key: `schedule_caught_up:${id}`,
    title: `${nameOf(name)} of ${writtenDay(run_on)} were made up for`,
    body: `${location.name}: ${acted} ${acted === 1 ? "invoice" : "invoices"} with the dates of that day.`,
    href: `/manage/${ctx.organization.slug}/settings/schedules/runs?schedule=${name}`,
    permission: report_catch_up_to,
    location_id: location.id,
  });
}

const finish = (ctx: Ctx, id: string, result: Partial<typeof scheduleRuns.$inferInsert>): Promise<void> =>
  update(ctx, id, { ...result, finished_at: ctx.now.toString() });

async function update(ctx: Ctx, id: string, result: Partial<typeof scheduleRuns.$inferInsert>): Promise<void> {
  await ctx.db
    .update(scheduleRuns)
    .set(result)
    .where(and(eq(scheduleRuns.organization_id, ctx.organization_id), eq(scheduleRuns.id, id)));
}

/** membership-expired: Membership expired */
const nameOf = (schedule: string): string => schedule.charAt(0).toUpperCase() + schedule.slice(1).replaceAll("-", " ");
