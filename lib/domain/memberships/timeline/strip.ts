import { and, eq, gte, isNull, or, sql } from "drizzle-orm";
import { invoiceLines } from "@/db/schema";
import { scheduleOf } from "@/lib/domain/billing/engine";
import type { Billed } from "@/lib/domain/memberships/billing";
import type { TenantCtx } from "@/lib/kernel/operation";
import { addDays, type CalendarDay, compareDays } from "@/lib/values/calendar-day";

/** How far the drawing reaches back and ahead. */
const daysBack = 190;
const daysAhead = 110;

/** The first days of the periods, billed and to come, and the freezes: what the drawing of a membership shows. */
export async function stripOf(ctx: TenantCtx, { row, state, today }: Billed) {
  const [first, last] = [addDays(today, -daysBack), addDays(today, daysAhead)];
  const billed = await billedFrom(ctx, row.id, first);
  const days = [...new Set([...billed, state.billed.from_on])].filter((on) => on >= first).toSorted(compareDays);
  const ahead = scheduleOf(state, last).lines.filter(({ kind }) => kind === "period");
  return {
    periods: [
      ...days.map((on) => ({ on, is_billed: true })),
      ...ahead.flatMap(({ from_on }) => (from_on ? [{ on: from_on, is_billed: false }] : [])),
    ],
    freezes: state.freezes
      .filter(({ from_on, to_on }) => from_on <= last && (to_on === null || to_on >= first))
      .map(({ from_on, to_on }) => ({ from_on, to_on })),
  };
}

async function billedFrom({ db, organization_id }: TenantCtx, id: string, first: CalendarDay): Promise<CalendarDay[]> {
  const { kind, from_on, membership_id, corrects_line_id } = invoiceLines;
  const rows = await db
    .selectDistinct({ from_on: sql<CalendarDay>`${from_on}` })
    .from(invoiceLines)
    .where(
      and(
        ...[eq(invoiceLines.organization_id, organization_id), eq(membership_id, id), isNull(corrects_line_id)],
        ...[or(eq(kind, "period"), eq(kind, "plan_change_charge")), gte(from_on, first)],
      ),
    );
  return rows.map((line) => line.from_on);
}
