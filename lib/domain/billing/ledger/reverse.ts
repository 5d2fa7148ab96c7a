import { and, eq, sql } from "drizzle-orm";
import { journalEntries, journalLines } from "@/db/schema";
import type { ClockCtx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { type Posting, post } from "./post";

type Reversal = {
  /** The fact that is taken back, and the name of what takes it back. */
  fact: string;
  as: string;
  booked_on: CalendarDay;
};

/** Books the opposite of an earlier fact. A fact without any amount has no entry, and neither has its opposite. */
export const reversalOf = (ctx: ClockCtx, reversal: Reversal): Promise<void> => reversalsOf(ctx, [reversal]);

/** The same for many facts, in one statement per table. */
export async function reversalsOf(ctx: ClockCtx, reversals: readonly Reversal[]): Promise<void> {
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
    .where(
      and(
        eq(journalEntries.organization_id, organization_id),
        sql`${journalEntries.fact} = any(${sql.param(reversals.map(({ fact }) => fact))}::text[])`,
      ),
    );
  const byFact = new Map<string, typeof rows>();
  for (const row of rows) {
    const booked = byFact.get(row.entry.fact);
    if (booked) booked.push(row);
    else byFact.set(row.entry.fact, [row]);
  }
  const postings = reversals.flatMap(({ fact, as, booked_on }): Posting[] => {
    const booked = byFact.get(fact);
    if (!booked?.[0]) return [];
    const { legal_entity_id, location_id, currency } = booked[0].entry;
    const lines = booked.map(({ line: { account, amount_minor, member_id, company_id, invoice_id } }) => ({
      ...{ account, amount_minor: -amount_minor, member_id, company_id, invoice_id },
    }));
    return [{ legal_entity_id, location_id, currency, booked_on, fact: as, lines }];
  });
  await post(ctx, postings);
}
