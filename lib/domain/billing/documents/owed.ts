import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { Prepared } from "./finalize";

/** What documents will add to the unpaid amount of a membership, and the first day on which it is due. */
export type Owed = { minor: number; due_on: CalendarDay };

/** The day on which a document is due; a credit note on its own day. */
export const dueDayOf = ({ kind, due_on, issued_on, entity }: Prepared): CalendarDay =>
  kind === "invoice" ? (due_on ?? addDays(issued_on, entity.due_days)) : issued_on;

/** By membership, while nothing of the documents is paid. The trigger `count_unpaid()` corrects it after account credit. */
export function owedOf(prepared: readonly Prepared[]): ReadonlyMap<string, Owed> {
  const owed = new Map<string, Owed>();
  for (const document of prepared) {
    if (document.kind !== "invoice") continue;
    const sums = new Map<string, number>();
    for (const { membership_id, total_minor } of document.lines)
      if (membership_id) sums.set(membership_id, (sums.get(membership_id) ?? 0) + total_minor);
    for (const [id, minor] of sums)
      if (minor > 0) owed.set(id, together(owed.get(id), { minor, due_on: dueDayOf(document) }));
  }
  return owed;
}

const together = (known: Owed | undefined, { minor, due_on }: Owed): Owed =>
  known ? { minor: known.minor + minor, due_on: known.due_on < due_on ? known.due_on : due_on } : { minor, due_on };
