import { z } from "zod";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import type { getInvoiceTotals } from "@/lib/contracts/billing/invoices";
import type { Input } from "@/lib/contracts/contract";
import { listOf } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { documentKind, invoiceStatus } from "@/lib/values/schemas/invoices";

const shape = {
  q: z.string().trim().max(100),
  status: listOf(invoiceStatus),
  kind: documentKind,
  member: z.uuid(),
  company: z.uuid(),
  location: z.uuid(),
  /** Days of issue. */
  from: calendarDay,
  to: calendarDay,
  due_from: calendarDay,
  due_to: calendarDay,
  /** Of overdue invoices: those whose failed payment is tried again, or those that are paid by hand. */
  collection: z.enum(["tried", "by_hand"]),
  sort: z.enum(["newest", "due"]),
  cursor: z.string().max(500),
};

export type InvoiceQuery = { [name in keyof typeof shape]?: z.output<(typeof shape)[name]> | undefined };

export const readInvoiceQuery = (raw: Record<string, string | string[] | undefined>): InvoiceQuery =>
  parseListQuery(shape, raw);

/** A changed filter begins at the first page. */
export const invoicesHref = (base: string, query: InvoiceQuery): string => listUrl(base, query);

/** The filters of the API, without sort and cursor. */
export function toInvoiceFilters({
  q,
  status,
  kind,
  member,
  company,
  location,
  from,
  to,
  collection,
  ...due
}: InvoiceQuery) {
  const input: Input<typeof getInvoiceTotals> = {
    ...(q && { q }),
    ...(status && { status }),
    ...(kind && { kind }),
    ...(member && { member_id: member }),
    ...(company && { company_id: company }),
    ...(location && { location_id: location }),
    ...(from && { issued_from: from }),
    ...(to && { issued_to: to }),
    ...(collection && { in_dunning: collection === "tried" }),
    ...(due.due_from && { due_from: due.due_from }),
    ...(due.due_to && { due_to: due.due_to }),
  };
  return input;
}
