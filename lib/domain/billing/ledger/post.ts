import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { journalEntries, journalLines } from "@/db/schema";
import type { ClockCtx } from "@/lib/kernel/operation";
import type { Account } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";

export type PostingLine = {
  account: Account;
  /** Debits are positive, credits negative. */
  amount_minor: number;
  member_id?: string | null;
  company_id?: string | null;
  invoice_id?: string | null;
};

/** The booking of one business fact. */
export type Posting = {
  legal_entity_id: string;
  location_id: string;
  booked_on: CalendarDay;
  currency: string;
  /** Unique in the organization: a fact is booked once. */
  fact: string;
  /** Now where absent. */
  created_at?: string;
  lines: readonly PostingLine[];
};

/** Books facts whose lines sum to zero; the database refuses others. A fact without any amount is not booked. */
export async function post(ctx: ClockCtx, postings: readonly Posting[]): Promise<void> {
  const { organization_id } = ctx;
  const created_at = ctx.now.toString();
  const entries = postings
    .map(({ lines, ...entry }) => ({
      entry: { id: newId(), organization_id, created_at, ...entry },
      lines: lines.filter(({ amount_minor }) => amount_minor !== 0),
    }))
    .filter(({ lines }) => lines.length > 0);
  await insertRecords(
    ctx,
    journalEntries,
    entries.map(({ entry }) => entry),
  );
  await insertRecords(
    ctx,
    journalLines,
    entries.flatMap(({ entry, lines }) =>
      lines.map(({ account, amount_minor, member_id = null, company_id = null, invoice_id = null }) => ({
        id: newId(),
        organization_id,
        entry_id: entry.id,
        account,
        amount_minor,
        member_id,
        company_id,
        invoice_id,
      })),
    ),
  );
}
