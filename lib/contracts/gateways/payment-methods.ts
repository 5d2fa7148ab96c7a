import { z } from "zod";
import { payerOut } from "@/lib/contracts/billing/amounts";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, listOf, page, pageOf } from "@/lib/contracts/fields";
import { gatewayMethodKinds, gatewayVendors, methodEndReasons } from "@/lib/values/gateways";

const tag = "Payment methods";
const path = "/api/v1/payment-methods";

/** A card, bank account or mandate. The number itself stays with the gateway. */
export const savedMethod = payerOut.extend({
  id,
  gateway_id: id,
  vendor: z.enum(gatewayVendors),
  /** False: a test account. */
  is_live: z.boolean(),
  kind: z.enum(gatewayMethodKinds),
  brand: z.string().nullable(),
  last4: z.string().nullable(),
  /** Such as "Visa 4242". */
  label: z.string(),
  /** `YYYY-MM`: the last month in which a card can be charged. */
  expires_in: z.string().nullable(),
  is_expired: z.boolean(),
  /** K11: the most that one debit of the mandate may be. */
  mandate_max_minor: z.int().nullable(),
  mandate_currency: z.string().nullable(),
  /** Bills are charged to it, unless another one is chosen. */
  is_default: z.boolean(),
  /** K21: the gym has replaced the gateway that saved it. It stays there and is not charged. */
  is_left_behind: z.boolean(),
  can_be_charged: z.boolean(),
  ended_at: instantOut.nullable(),
  end_reason: z.enum(methodEndReasons).nullable(),
  created_at: instantOut,
});

const states = ["active", "ended"] as const;

export const listMethods = contract({
  id: "payment_methods.list",
  scope: "location",
  method: "GET",
  path,
  access: "invoices.read",
  tag,
  input: z.strictObject({
    member_id: id.optional(),
    company_id: id.optional(),
    gateway_id: id.optional(),
    kind: listOf(z.enum(gatewayMethodKinds)).optional(),
    state: z.enum(states).optional(),
    /** `YYYY-MM`: cards that can be charged in this month for the last time, or not any more. */
    expires_by: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Write a month as 2026-03")
      .optional(),
    ...page,
  }),
  output: pageOf(savedMethod).extend({
    /** Of everything that the filters find. */
    totals: z.object({ active: z.int(), ended: z.int(), payers: z.int() }),
  }),
  errors: ["malformed_cursor"],
});

export const getMethod = contract({
  id: "payment_methods.get",
  scope: "location",
  method: "GET",
  path: `${path}/{id}`,
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: savedMethod,
  errors: ["not_found"],
});

/** Makes it the one that later bills are charged to. */
export const makeDefault = contract({
  id: "payment_methods.make_default",
  scope: "location",
  method: "PUT",
  path: `${path}/{id}/default`,
  access: "payments.record",
  tag,
  input: z.strictObject({ id }),
  output: savedMethod,
  errors: ["not_found", "conflict"],
});

export const removed = z.object({
  removed: savedMethod,
  /** What later bills are charged to now; null: nothing, so that they are paid in another way. */
  next_default: savedMethod.nullable(),
});

/** It is never charged again, from this moment on. The gateway is asked to forget it. */
export const removeMethod = contract({
  id: "payment_methods.remove",
  scope: "location",
  method: "DELETE",
  path: `${path}/{id}`,
  access: "payments.record",
  tag,
  input: z.strictObject({ id }),
  output: removed,
  errors: ["not_found", "conflict"],
});

/** Staff never type a card: they send a link with which the payer adds one. */
export const requestMethod = contract({
  id: "payment_methods.request",
  scope: "location",
  method: "POST",
  path: `${path}/requests`,
  access: "payments.record",
  tag,
  input: z.strictObject({ member_id: id.optional(), company_id: id.optional() }),
  output: z.object({
    url: z.url(),
    expires_at: instantOut,
    /** False: no address is known, or the message is switched off. The link can be handed over in another way. */
    is_sent: z.boolean(),
  }),
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
  is_confidential: true,
});
