import { and, eq, sql } from "drizzle-orm";
import { scheduleRuns } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/schedules";
import { getLocationRow } from "@/lib/domain/organization/locations";
import { userIdOf } from "@/lib/kernel/caller";
import { invalid, Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import { emitRuns } from "./claim-due-runs";
import { selectRuns } from "./run-rows";

const daysBack = 31;
/** A run that is older than this was left by a crash. */
const maxHours = 24;

/** R9: repeats a day. Event keys keep its effects from happening twice. */
export const createScheduleRun = operation(
  contracts.createScheduleRun,
  async (ctx, { schedule, location_id, run_on }) => {
    const { db, organization_id } = ctx;
    const location = await getLocationRow(ctx, location_id);
    if (location.archived_at) throw invalid("location_id", "Choose an open location");
    const today = dayAt(ctx.now.toString(), location.time_zone);
    if (run_on > today) throw invalid("run_on", `Choose a day that has begun there: ${today} or earlier`);
    if (run_on < addDays(today, -daysBack)) throw invalid("run_on", `Choose a day of the last ${daysBack}`);
    const day = and(
      eq(scheduleRuns.organization_id, organization_id),
      eq(scheduleRuns.location_id, location_id),
      eq(scheduleRuns.schedule, schedule),
      eq(scheduleRuns.run_on, run_on),
    );
    const [before] = await db
      .select({
        last: sql<number>`coalesce(max(${scheduleRuns.repetition}), 0)`,
        is_running: sql<boolean>`coalesce(bool_or(${scheduleRuns.state} = 'running'
        and ${scheduleRuns.started_at} > ${ctx.now.toString()}::timestamptz - make_interval(hours => ${maxHours})), false)`,
      })
      .from(scheduleRuns)
      .where(day);
    const [run] = before?.is_running
      ? []
      : await db
          .insert(scheduleRuns)
          .values({
            organization_id,
            location_id,
            schedule,
            run_on,
            repetition: (before?.last ?? 0) + 1,
            state: "running",
            requested_by: userIdOf(ctx.caller),
            started_at: ctx.now.toString(),
          })
          .onConflictDoNothing()
          .returning();
    if (!run) throw new Problem("conflict", "This day is already running. Wait until it has finished.");
    emitRuns(ctx, [run]);
    ctx.audit({
      target_type: "schedule_run",
      target_id: run.id,
      after: { schedule, location_name: location.name, run_on },
    });
    const [shown] = await selectRuns(ctx, eq(scheduleRuns.id, run.id));
    if (!shown) throw new Error("The insert must return the new run");
    return shown;
  },
);
