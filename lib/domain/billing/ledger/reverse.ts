import { and, eq } from "drizzle-orm";
import { journalEntries, journalLines } from "@/db/schema";
import type { ClockCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { post } from "./post";

/** Books the opposite of an earlier fact. A fact without any amount has no entry, and neither has its opposite. */
export async function reversalOf(
  ctx: ClockCtx,
  { fact, as, booked_on }: { fact: string; as: string; booked_on: CalendarDay },
): Promise<void> {
  const { db, organization_id } = ctx;
  const rows = await db
    .select({ entry: journalEntries, line: journalLines })
    .from(journalEntries)
    .innerJoin(
      journalLines,
      and(
        eq(journalLines.organization_id, journalEntries.organization_id),
        eq(journalLines.entry_id, journalEntries.id),
      ),
    )
    .where(and(eq(journalEntries.organization_id, organization_id), eq(journalEntries.fact, fact)));
  const [first] = rows;
  if (!first) return;
  const { legal_entity_id, location_id, currency } = first.entry;
  const lines = rows.map(({ line: { account, amount_minor, member_id, company_id, invoice_id } }) => ({
    ...{ account, amount_minor: -amount_minor, member_id, company_id, invoice_id },
  }));
  await post(ctx, [{ legal_entity_id, location_id, currency, booked_on, fact: as, lines }]);
}
