import { z } from "zod";
import { payerOut } from "@/lib/contracts/billing/amounts";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, listOf, page, pageOf } from "@/lib/contracts/fields";
import {
  attemptOrigins,
  attemptStatuses,
  declineCodes,
  gatewayMethodKinds,
  gatewayVendors,
} from "@/lib/values/gateways";

const tag = "Payment attempts";

const attempt = payerOut.extend({
  id,
  invoice_id: id,
  invoice_number: z.string(),
  location_id: id,
  /** Counts the attempts of the invoice from 1. */
  attempt_number: z.int(),
  gateway_id: id,
  vendor: z.enum(gatewayVendors),
  origin: z.enum(attemptOrigins),
  status: z.enum(attemptStatuses),
  amount_minor: z.int(),
  currency: z.string(),
  method_kind: z.enum(gatewayMethodKinds).nullable(),
  /** Such as "Visa 4242". */
  method_label: z.string().nullable(),
  decline_code: z.enum(declineCodes).nullable(),
  /** The gateway's own code and sentence, for staff. */
  vendor_code: z.string().nullable(),
  failure: z.string().nullable(),
  /** The gateway's id of the payment, to find it there. */
  vendor_ref: z.string().nullable(),
  /** K11: the debit was announced and is charged from then on. */
  charge_at: instantOut.nullable(),
  payment_id: id.nullable(),
  created_at: instantOut,
  ended_at: instantOut.nullable(),
});

export const listAttempts = contract({
  id: "payment_attempts.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/payment-attempts",
  access: "invoices.read",
  tag,
  input: z.strictObject({
    invoice_id: id.optional(),
    member_id: id.optional(),
    company_id: id.optional(),
    location_id: id.optional(),
    /** The attempt that brought the payment. */
    payment_id: id.optional(),
    status: listOf(z.enum(attemptStatuses)).optional(),
    ...page,
  }),
  output: pageOf(attempt),
  errors: ["malformed_cursor"],
});

export const getAttempt = contract({
  id: "payment_attempts.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/payment-attempts/{id}",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: attempt,
  errors: ["not_found"],
});

/** How an invoice can be collected now, and what stands in the way. */
export const getChargeOptions = contract({
  id: "payment_attempts.options",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices/{id}/payment-options",
  access: "payments.record",
  tag,
  input: z.strictObject({ id }),
  output: z.object({
    /** The gateway of new payments of the invoice's legal entity. Null: money comes by hand. */
    gateway: z.object({ id, vendor: z.enum(gatewayVendors), is_live: z.boolean() }).nullable(),
    /** The payer's default method at that gateway. */
    method: z.object({ id, kind: z.enum(gatewayMethodKinds), label: z.string().nullable() }).nullable(),
    /** Why the method cannot be charged now, in one sentence. Null: it can. */
    charge_blocker: z.string().nullable(),
    /** Why a link to pay cannot be made now. Null: it can. */
    link_blocker: z.string().nullable(),
  }),
  errors: ["not_found"],
});

/** Charges what is open of the invoice to a saved method of its payer, now. */
export const chargeInvoice = contract({
  id: "payment_attempts.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices/{id}/payment-attempts",
  access: "payments.record",
  tag,
  input: z.strictObject({
    id,
    /** By default, the payer's default at the gateway of the invoice. */
    payment_method_id: id.optional(),
  }),
  output: attempt,
  status: 201,
  errors: ["not_found", "conflict"],
});
