import { sql } from "drizzle-orm";
import type { Schedule, ScheduleDay } from "@/lib/domain/area";
import type { ClockCtx, TenantCtx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { recognitionQuery } from "./recognition-query";

/** Bounds the days of one statement. */
const DAYS_AT_ONCE = 31;

/**
 * Books the revenue of each day of the location that is not booked yet, through the given day. Returns the number of entries. The day
 * must be over: what is issued later on it would be booked on the next one.
 */
export async function recognizeThrough(
  { db, organization_id, now }: ClockCtx,
  location: ScheduleDay["location"],
  through: CalendarDay,
): Promise<number> {
  let first = await firstDay({ db, organization_id }, location.id, through);
  let entries = 0;
  while (first !== null && first <= through) {
    const end = addDays(first, DAYS_AT_ONCE - 1);
    const last = end < through ? end : through;
    const { rows } = await db.execute<{ entries: number }>(
      recognitionQuery({ organization_id, location, first, last, now: now.toString() }),
    );
    entries += rows[0]?.entries ?? 0;
    first = addDays(last, 1);
  }
  return entries;
}

/**
 * The day after the last booked one, at most a month back: what was earned before is booked with it. Where nothing is booked, the day
 * of the first document. Null without any document.
 */
async function firstDay(
  { db, organization_id }: TenantCtx,
  location_id: string,
  through: CalendarDay,
): Promise<CalendarDay | null> {
  const { rows } = await db.execute<{ first: CalendarDay | null }>(sql`
    select coalesce(
      (select greatest(e.booked_on + 1, ${through}::date - ${DAYS_AT_ONCE - 1}::int) from journal_entries e
        where e.organization_id = ${organization_id} and e.location_id = ${location_id} and e.fact like 'recognition:%'
        order by e.booked_on desc limit 1),
      (select min(i.issued_on) from invoices i
        where i.organization_id = ${organization_id} and i.location_id = ${location_id} and i.finalized_at is not null)
    )::text as first`);
  return rows[0]?.first ?? null;
}

/** Deferred revenue becomes revenue, day by day. The run of a day books the day before, which is over. */
export const revenueRecognition: Schedule = {
  name: "revenue-recognition",
  async run(ctx, { location, run_on }) {
    const entries = await recognizeThrough(ctx, location, addDays(run_on, -1));
    return { found: entries, acted: entries };
  },
};
