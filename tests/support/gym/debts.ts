import { issueDocuments } from "@/lib/domain/billing/documents";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { asJob } from "@/tests/support/jobs/as-job";
import type { Gym } from "./gym";
import { draftOf } from "./invoices";

export type Debt = { member_id: string; membership_id: string; due_on: CalendarDay; amount_minor?: number };

/** Documents of one transaction, as the renewals have it. */
const batchSize = 200;

/** Invoices of 59.00 that were issued and due on the given days, and are not paid. */
export async function owe(gym: Gym, debts: readonly Debt[]): Promise<string[]> {
  const drafts = debts.map(({ member_id, membership_id, due_on, amount_minor = 5_900 }) =>
    draftOf(gym, { member_id, lines: [{ member_id, membership_id, due_on, list_minor: amount_minor }] }),
  );
  const ids: string[] = [];
  for (let from = 0; from < drafts.length; from += batchSize) {
    const issued = await asJob(gym, "2026-01-01T12:00:00Z", (ctx) =>
      issueDocuments(ctx, drafts.slice(from, from + batchSize), { issued_on: (draft) => draft.lines[0]?.due_on ?? "" }),
    );
    ids.push(...issued.map(({ id }) => id));
  }
  return ids;
}
