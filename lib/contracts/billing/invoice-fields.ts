import { z } from "zod";
import { id, instantOut, version } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { documentKind, invoiceOrigin, invoiceStatus, lineKind, settlementKind } from "@/lib/values/schemas/invoices";

const payer = z.object({
  kind: z.enum(["member", "company"]),
  id,
  /** As printed on the document; of a draft, the name of today. */
  name: z.string(),
  member_code: z.string().nullable(),
});

/** An invoice or a credit note in a list. Amounts are in minor units. */
export const invoiceRow = z.object({
  id,
  kind: documentKind,
  origin: invoiceOrigin,
  /** Null while it is a draft. */
  number: z.string().nullable(),
  status: invoiceStatus,
  payer,
  /** The first line, and how many there are. */
  description: z.string(),
  lines_count: z.int(),
  location_id: id,
  location_name: z.string(),
  currency: z.string(),
  issued_on: calendarDay.nullable(),
  due_on: calendarDay.nullable(),
  /** Days since it was due; 0 unless it is overdue. */
  days_late: z.int().min(0),
  total_minor: z.int(),
  /** What is still to be paid. */
  open_minor: z.int(),
  /** What credit notes took back. */
  credited_minor: z.int(),
  created_at: instantOut,
});

const lineTax = z.object({ name: z.string(), rate_ppm: z.int(), base_minor: z.int(), amount_minor: z.int() });

/** In a credit note a positive amount is credited. */
export const invoiceLine = z.object({
  id,
  kind: lineKind,
  description: z.string(),
  member_id: id.nullable(),
  /** The covered member on the bill of a company. */
  member_name: z.string().nullable(),
  membership_id: id.nullable(),
  from_on: calendarDay.nullable(),
  to_on: calendarDay.nullable(),
  quantity: z.int(),
  list_minor: z.int(),
  discount_minor: z.int(),
  tax_class: z.string(),
  is_price_with_tax: z.boolean(),
  net_minor: z.int(),
  tax_minor: z.int(),
  total_minor: z.int(),
  taxes: z.array(lineTax),
});

const settlement = z.object({
  id,
  kind: settlementKind,
  /** Below zero: it takes an earlier one back. */
  amount_minor: z.int(),
  settled_on: calendarDay,
  /** How a payment came. */
  method: z.string().nullable(),
  payment_id: id.nullable(),
  credit_note: z.object({ id, number: z.string() }).nullable(),
  reason: z.string().nullable(),
  created_at: instantOut,
});

const seller = z.object({
  legal_name: z.string(),
  trading_name: z.string(),
  address: z.string().nullable(),
  country: z.string(),
  tax_ids: z.array(z.object({ label: z.string(), value: z.string() })),
});

const buyer = z.object({
  name: z.string(),
  address: z.string().nullable(),
  tax_id: z.string().nullable(),
  email: z.string().nullable(),
});

const reference = z.object({ id, number: z.string() });

export const invoice = invoiceRow.extend({
  net_minor: z.int(),
  tax_minor: z.int(),
  /** The seller and the buyer as printed; null while it is a draft. */
  seller: seller.nullable(),
  buyer: buyer.nullable(),
  lines: z.array(invoiceLine),
  taxes: z.array(lineTax),
  settlements: z.array(settlement),
  /** The invoice that a credit note corrects. */
  corrects: reference.nullable(),
  corrected_by: z.array(reference),
  note: z.string().nullable(),
  void_reason: z.string().nullable(),
  finalized_at: instantOut.nullable(),
  voided_at: instantOut.nullable(),
  written_off_at: instantOut.nullable(),
  /** One sentence: what happens next. */
  next_step: z.string(),
  time_zone: z.string(),
  version,
});

/** What a line's amount follows from, in words. `target` names a record that has a page. */
export const lineExplanation = z.object({
  line_id: id,
  amount_minor: z.int(),
  sentence: z.string(),
  facts: z.array(
    z.object({
      label: z.string(),
      text: z.string(),
      target: z.object({ kind: z.enum(["member", "invoice"]), id }).nullable(),
    }),
  ),
});
