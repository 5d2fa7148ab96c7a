import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf, text } from "@/lib/contracts/fields";
import { gatewayVendors, refundStatuses } from "@/lib/values/gateways";
import { handMethod, paymentMethod } from "@/lib/values/schemas/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { currencyCode } from "@/lib/values/schemas/currency";
import { amount, payerOut } from "./amounts";

/** What staff took in one way. `handed_over_minor`: the cash that the payer gave; the rest of it is change. */
export const way = {
  method: handMethod,
  amount_minor: amount,
  reference: text(100).optional(),
  handed_over_minor: amount.optional(),
};

const taken = {
  member_id: id.optional(),
  company_id: id.optional(),
  location_id: id.optional(),
  currency: currencyCode.optional(),
  received_on: calendarDay.optional(),
  note: text(500).optional(),
  /** An empty list pays none, so that all of it becomes account credit. */
  invoices: z
    .array(z.strictObject({ id, amount_minor: amount }))
    .max(100)
    .optional(),
};

const payment = payerOut.extend({
  id,
  location_id: id,
  location_name: z.string(),
  method: paymentMethod,
  amount_minor: z.int(),
  currency: z.string(),
  received_on: calendarDay,
  received_at: instantOut,
  reference: z.string().nullable(),
  note: z.string().nullable(),
  /** The cash that the payer gave; what is above the amount was change. */
  handed_over_minor: z.int().nullable(),
  till_session_id: id.nullable(),
  /** What it paid. */
  invoices: z.array(z.object({ id, number: z.string(), amount_minor: z.int() })),
  /** K18: what no invoice needed. */
  credit_minor: z.int(),
  refunded_minor: z.int(),
  /** What went back out of it, oldest first; each has a receipt. */
  refunds: z.array(
    z.object({
      id,
      amount_minor: z.int(),
      refunded_on: calendarDay,
      method: paymentMethod,
      /** K16: pending until the gateway confirms it; one that failed is account credit again. */
      status: z.enum(refundStatuses),
      failure: z.string().nullable(),
      created_at: instantOut,
      ended_at: instantOut.nullable(),
    }),
  ),
  /** Null: it was recorded by hand. */
  gateway: z
    .object({
      id,
      vendor: z.enum(gatewayVendors),
      is_live: z.boolean(),
      /** The gateway's id of the money, to find it there. */
      charge_ref: z.string(),
      /** What the gateway kept, and the day of its payout; null until a payout contains the payment. */
      fee_minor: z.int().nullable(),
      paid_out_on: calendarDay.nullable(),
    })
    .nullable(),
  reversed_at: instantOut.nullable(),
  reversal_reason: z.string().nullable(),
  recorded_by: id.nullable(),
  created_at: instantOut,
});

export const recordPayment = contract({
  id: "payments.record",
  scope: "location",
  method: "POST",
  path: "/api/v1/payments",
  access: "payments.record",
  tag: "Payments",
  input: z.strictObject({ ...taken, ...way }),
  output: payment,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict", "till_closed", "location_required"],
});

export const recordSplitPayment = contract({
  id: "payments.split",
  scope: "location",
  method: "POST",
  path: "/api/v1/payments/splits",
  access: "payments.record",
  tag: "Payments",
  input: z.strictObject({
    ...taken,
    parts: z.array(z.strictObject(way)).min(2, "A split has two parts or more").max(5, "Use at most 5 parts"),
  }),
  output: z.object({ payments: z.array(payment), amount_minor: z.int(), currency: z.string() }),
  status: 201,
  errors: ["invalid_input", "not_found", "conflict", "till_closed", "location_required"],
});

export const listPayments = contract({
  id: "payments.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/payments",
  access: "invoices.read",
  tag: "Payments",
  input: z.strictObject({
    member_id: id.optional(),
    company_id: id.optional(),
    location_id: id.optional(),
    invoice_id: id.optional(),
    till_session_id: id.optional(),
    method: paymentMethod.optional(),
    received_from: calendarDay.optional(),
    received_to: calendarDay.optional(),
    ...page,
  }),
  output: pageOf(payment),
  errors: ["malformed_cursor"],
});

export const getPayment = contract({
  id: "payments.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/payments/{id}",
  access: "invoices.read",
  tag: "Payments",
  input: z.strictObject({ id }),
  output: payment,
  errors: ["not_found"],
});

export const reversePayment = contract({
  id: "payments.reverse",
  scope: "location",
  method: "POST",
  path: "/api/v1/payments/{id}/reversals",
  access: "payments.refund",
  tag: "Payments",
  input: z.strictObject({ id, reason: text(300) }),
  output: payment,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict", "till_closed"],
});

export const refundPayment = contract({
  id: "payments.refund",
  scope: "location",
  method: "POST",
  path: "/api/v1/payments/{id}/refunds",
  access: "payments.refund",
  tag: "Payments",
  input: z.strictObject({
    id,
    amount_minor: amount,
    reason: text(300),
    /** By hand. Without it, the money goes back the way it came. */
    method: handMethod.optional(),
    invoice_id: id.optional(),
    /** What the credit note takes back of each line; together the amount. */
    lines: z
      .array(z.strictObject({ line_id: id, amount_minor: amount }))
      .min(1)
      .max(200)
      .optional(),
    credit_id: id.optional(),
  }),
  output: z.object({
    id,
    payment_id: id,
    /** The credit that it was taken from, and the credit note that granted it. */
    credit_id: id,
    credit_note: z.object({ id, number: z.string() }).nullable(),
    location_id: id,
    method: paymentMethod,
    amount_minor: z.int(),
    currency: z.string(),
    refunded_on: calendarDay,
    reason: z.string(),
    till_session_id: id.nullable(),
    created_at: instantOut,
    payment,
  }),
  status: 201,
  errors: ["invalid_input", "not_found", "conflict", "till_closed"],
});
