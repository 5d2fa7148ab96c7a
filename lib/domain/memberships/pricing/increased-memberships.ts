import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { memberships } from "@/db/schema";
import { type Billed, loadBilled } from "@/lib/domain/memberships/billing";
import { lastsTo } from "@/lib/domain/memberships/rules";
import type { ClockCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";

const atOnce = 500;

/** The running memberships of a plan, in batches, so that the memory stays bounded. With locked rows unless it only reads. */
export async function* runningOn(
  ctx: ClockCtx,
  plan_id: string,
  today: CalendarDay,
  options: { is_read: boolean },
): AsyncGenerator<Billed[]> {
  let after: SQL | undefined;
  for (;;) {
    const condition = and(eq(memberships.plan_id, plan_id), lastsTo("memberships", sql`${today}::date`), after);
    const batch = await loadBilled(ctx, condition, { ...options, limit: atOnce });
    const recurring = batch.filter(({ state }) => state.kind === "recurring");
    if (recurring.length > 0) yield recurring;
    const last = batch.at(-1);
    if (!last || batch.length < atOnce) return;
    after = gt(memberships.id, last.row.id);
  }
}
