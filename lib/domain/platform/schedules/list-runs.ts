import { and, eq, gte, lte } from "drizzle-orm";
import { scheduleRuns } from "@/db/schema";
import * as contracts from "@/lib/contracts/platform/schedules";
import { toPage } from "@/lib/kernel/cursor";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { selectRuns } from "./run-rows";

export const listScheduleRuns = operation(contracts.listScheduleRuns, async (ctx, input) => {
  const { schedule, location_id, state, from_on, to_on, limit, cursor } = input;
  const { order, after } = newestFirst(scheduleRuns.started_at, scheduleRuns.id, cursor);
  const rows = await selectRuns(
    ctx,
    and(
      schedule ? eq(scheduleRuns.schedule, schedule) : undefined,
      location_id ? eq(scheduleRuns.location_id, location_id) : undefined,
      state ? eq(scheduleRuns.state, state) : undefined,
      from_on ? gte(scheduleRuns.run_on, from_on) : undefined,
      to_on ? lte(scheduleRuns.run_on, to_on) : undefined,
      after,
    ),
  )
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.started_at, row.id]);
});
