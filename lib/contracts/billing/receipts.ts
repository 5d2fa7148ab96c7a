import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { paymentMethod } from "@/lib/values/schemas/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const pdf = z.custom<{ toResponse(headers: Record<string, string>): Response }>();
const download = { content_types: ["application/pdf"] };

export const getPaymentReceipt = contract({
  id: "payments.receipt",
  scope: "location",
  method: "GET",
  path: "/api/v1/payments/{id}/receipt",
  access: "invoices.read",
  tag: "Payments",
  input: z.strictObject({ id }),
  output: pdf,
  download,
  errors: ["not_found"],
});

export const getRefundReceipt = contract({
  id: "refunds.receipt",
  scope: "location",
  method: "GET",
  path: "/api/v1/refunds/{id}/receipt",
  access: "invoices.read",
  tag: "Payments",
  input: z.strictObject({ id }),
  output: pdf,
  download,
  errors: ["not_found"],
});

export const getOwnReceipt = contract({
  id: "me.receipt",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/payments/{id}/receipt",
  access: "invoices.read_own",
  tag: "Member's own",
  input: z.strictObject({ id }),
  output: pdf,
  download,
  errors: ["not_found"],
});

export const listOwnPayments = contract({
  id: "me.payments",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/payments",
  access: "invoices.read_own",
  tag: "Member's own",
  input: z.strictObject(page),
  output: pageOf(
    z.object({
      id,
      method: paymentMethod,
      amount_minor: z.int(),
      currency: z.string(),
      received_on: calendarDay,
      /** What it paid. */
      invoices: z.array(z.object({ id, number: z.string(), amount_minor: z.int() })),
      refunded_minor: z.int(),
      reversed_at: instantOut.nullable(),
    }),
  ),
  errors: ["malformed_cursor", "not_found"],
});
