import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, listOf, page, pageOf } from "@/lib/contracts/fields";
import { gatewayVendors, refundStatuses } from "@/lib/values/gateways";
import { paymentMethod } from "@/lib/values/schemas/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { payerOut } from "./amounts";

const tag = "Refunds";

const refund = payerOut.extend({
  id,
  payment_id: id,
  location_id: id,
  location_name: z.string(),
  method: paymentMethod,
  amount_minor: z.int(),
  currency: z.string(),
  refunded_on: calendarDay,
  reason: z.string(),
  /** K16: `pending` until the gateway confirms it. One that `failed` is account credit again. By hand it is `succeeded` at once. */
  status: z.enum(refundStatuses),
  /** What the gateway says of it, in one sentence. */
  failure: z.string().nullable(),
  /** Null: it was paid back by hand. */
  vendor: z.enum(gatewayVendors).nullable(),
  /** The gateway's id of the refund, to find it there. */
  refund_ref: z.string().nullable(),
  /** The credit note that granted the credit. Null: account credit was paid out. */
  credit_note: z.object({ id, number: z.string() }).nullable(),
  created_by: id.nullable(),
  created_at: instantOut,
  /** When the gateway confirmed or refused it. */
  ended_at: instantOut.nullable(),
});

const refundFilters = {
  status: listOf(z.enum(refundStatuses)).optional(),
  method: paymentMethod.optional(),
  location_id: id.optional(),
  payment_id: id.optional(),
  member_id: id.optional(),
  company_id: id.optional(),
  refunded_from: calendarDay.optional(),
  refunded_to: calendarDay.optional(),
  /** The name of the payer, the number of the credit note, or the gateway's id. */
  q: z.string().trim().max(100).optional(),
};

export const listRefunds = contract({
  id: "refunds.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/refunds",
  access: "invoices.read",
  tag,
  input: z.strictObject({ ...refundFilters, ...page }),
  output: pageOf(refund),
  errors: ["malformed_cursor"],
});

/** Sums over the whole filter. */
export const getRefundTotals = contract({
  id: "refunds.totals",
  scope: "location",
  method: "GET",
  path: "/api/v1/refunds/totals",
  access: "revenue.read",
  tag,
  input: z.strictObject(refundFilters),
  output: z.object({
    by_currency: z.array(
      z.object({
        currency: z.string(),
        count: z.int(),
        /** What went back, or is on its way. */
        refunded_minor: z.int(),
        pending_minor: z.int(),
        failed_minor: z.int(),
      }),
    ),
  }),
  errors: [],
});

export const getRefund = contract({
  id: "refunds.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/refunds/{id}",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: refund,
  errors: ["not_found"],
});
