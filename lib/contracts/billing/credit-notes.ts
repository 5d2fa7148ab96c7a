import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, text } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { amount, payerOut } from "./amounts";

const line = z.object({
  id,
  corrects_line_id: id,
  description: z.string(),
  net_minor: z.int(),
  tax_minor: z.int(),
  total_minor: z.int(),
});

export const issueCreditNote = contract({
  id: "invoices.correct",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices/{id}/credit-notes",
  access: "invoices.correct",
  tag: "Invoices",
  input: z.strictObject({
    id,
    amount_minor: amount.optional(),
    lines: z
      .array(z.strictObject({ line_id: id, amount_minor: amount }))
      .min(1)
      .max(200)
      .optional(),
    reason: text(300),
  }),
  output: payerOut.extend({
    id,
    number: z.string(),
    corrects_invoice_id: id,
    location_id: id,
    currency: z.string(),
    issued_on: calendarDay,
    net_minor: z.int(),
    tax_minor: z.int(),
    total_minor: z.int(),
    /** What it reduced of the open amount, and what became account credit. */
    settled_minor: z.int(),
    credit_minor: z.int(),
    credit_id: id.nullable(),
    lines: z.array(line),
  }),
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
});

const closedInvoice = z.object({
  id,
  number: z.string(),
  location_id: id,
  currency: z.string(),
  total_minor: z.int(),
  open_minor: z.int(),
  voided_at: instantOut.nullable(),
  void_reason: z.string().nullable(),
  written_off_at: instantOut.nullable(),
});

export const voidInvoice = contract({
  id: "invoices.void",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices/{id}/voids",
  access: "invoices.correct",
  tag: "Invoices",
  input: z.strictObject({ id, reason: text(300) }),
  output: closedInvoice,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
});

export const writeOffInvoice = contract({
  id: "invoices.write_off",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices/{id}/write-offs",
  access: "invoices.correct",
  tag: "Invoices",
  input: z.strictObject({ id, reason: text(300) }),
  output: closedInvoice,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
});
