import type { DocumentKind, InvoiceStatus } from "@/lib/values/billing";
import type { CalendarDay } from "@/lib/values/calendar-day";

/** The columns from which the status of a document follows. */
export type StatusFacts = {
  kind: DocumentKind;
  finalized_at: string | null;
  voided_at: string | null;
  written_off_at: string | null;
  due_on: CalendarDay | null;
  total_minor: number;
  open_minor: number;
};

/**
 * L14: the status of a document on the local day of its location. An invoice that is partly paid and late is overdue. The same rule in
 * SQL is `invoiceStatusSql()`.
 */
export function invoiceStatusOn(document: StatusFacts, today: CalendarDay): InvoiceStatus {
  const { kind, finalized_at, voided_at, written_off_at, due_on, total_minor, open_minor } = document;
  if (finalized_at === null) return "draft";
  if (voided_at !== null) return "void";
  if (kind === "credit_note") return "issued";
  if (written_off_at !== null) return "written_off";
  if (open_minor === 0) return "paid";
  if (due_on !== null && due_on < today) return "overdue";
  return open_minor < total_minor ? "part_paid" : "open";
}
