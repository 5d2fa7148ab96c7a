import { and, eq, gte, isNull, lte, or, type SQL } from "drizzle-orm";
import { memberships } from "@/db/schema";
import type { Schedule } from "@/lib/domain/area";
import { issuePrepared, owedOf, prepareDocuments } from "@/lib/domain/billing/documents";
import { billThrough } from "@/lib/domain/billing/engine";
import { draftsOf, loadBilled, saveBilling } from "@/lib/domain/memberships/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { type Policies, policiesOf } from "@/lib/values/policies";

/** Memberships of one transaction. Until it commits, the number series and these memberships are locked. */
const batchSize = 200;

/**
 * Issues the invoices of everything that is due at the location: one for each membership and day (C13, C14). A crash leaves the
 * memberships of its batch due, and the next run bills them.
 */
export const renewals: Schedule = {
  name: "renewals",
  report_catch_up_to: "ledger.read",
  async run(ctx, { location, run_on }) {
    const due = await loadBilled(
      ctx,
      and(
        eq(memberships.location_id, location.id),
        or(lte(memberships.next_bill_on, run_on), lte(memberships.fee_due_on, run_on)),
        isBillable(policiesOf(ctx.organization), run_on),
      ),
      { limit: batchSize },
    );
    const billed = due.map((one) => ({ ...one, ...billThrough(one.state, run_on), before: one.state }));
    const prepared = await prepareDocuments(
      ctx,
      billed.flatMap(({ row, taxes, lines }) => draftsOf(lines, row, taxes, "renewal")),
    );
    const owed = owedOf(prepared);
    await saveBilling(
      ctx,
      billed.map(({ row, before, state, today }) => ({ id: row.id, before, state, today, owed: owed.get(row.id) })),
    );
    const issued = await issuePrepared(ctx, prepared);
    return { found: due.length, acted: issued.length, has_more: due.length === batchSize };
  },
};

/** K9: where the policy says so, nothing more is billed while an invoice is overdue. What was left out is billed once it is settled. */
const isBillable = ({ unpaid_next_cycle }: Policies, run_on: CalendarDay): SQL | undefined =>
  unpaid_next_cycle === "bill"
    ? undefined
    : or(isNull(memberships.unpaid_due_on), gte(memberships.unpaid_due_on, run_on));
