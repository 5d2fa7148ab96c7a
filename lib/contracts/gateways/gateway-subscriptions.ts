import { z } from "zod";
import { payerOut } from "@/lib/contracts/billing/amounts";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, listOf, page, pageOf } from "@/lib/contracts/fields";
import {
  gatewayVendors,
  subscriptionBillStatuses,
  subscriptionEndReasons,
  subscriptionStatuses,
} from "@/lib/values/gateways";
import { intervalUnits } from "@/lib/values/statuses";

const tag = "Gateway subscriptions";

const subscription = payerOut.extend({
  id,
  membership_id: id,
  member_id: id,
  location_id: id,
  gateway_id: id,
  vendor: z.enum(gatewayVendors),
  status: z.enum(subscriptionStatuses),
  name: z.string(),
  /** What the gateway bills for each period. */
  amount_minor: z.int(),
  currency: z.string(),
  interval_unit: z.enum(intervalUnits),
  interval_count: z.int(),
  /** Such as "Visa 4242". Null where the payer gave the method at the gateway. */
  method_label: z.string().nullable(),
  /** The first day of the first period that the gateway bills. */
  first_on: z.iso.date(),
  /** Nothing comes of it once the subscription has ended. */
  next_bill_at: instantOut.nullable(),
  /** It ends with the period that is paid. */
  is_ending: z.boolean(),
  end_reason: z.enum(subscriptionEndReasons).nullable(),
  /** What the gateway last refused, in one sentence. */
  failure: z.string().nullable(),
  vendor_ref: z.string().nullable(),
  /** Where the payer allows it, at a gateway that asks on its own page. */
  action_url: z.string().nullable(),
  /** The newest bill of the gateway. */
  last_bill: z
    .object({ status: z.enum(subscriptionBillStatuses), period_on: z.iso.date(), failure: z.string().nullable() })
    .nullable(),
  created_at: instantOut,
  ended_at: instantOut.nullable(),
});

const bill = z.object({
  id,
  /** The gateway's id of the bill. */
  bill_ref: z.string(),
  status: z.enum(subscriptionBillStatuses),
  amount_minor: z.int(),
  currency: z.string(),
  /** The first day of its period. */
  period_on: z.iso.date(),
  failure: z.string().nullable(),
  next_try_at: instantOut.nullable(),
  /** Why it is not booked. */
  mismatch: z.string().nullable(),
  /** Null while our invoice of the period was not made. */
  invoice_id: id.nullable(),
  invoice_number: z.string().nullable(),
  payment_id: id.nullable(),
});

export const listSubscriptions = contract({
  id: "gateway_subscriptions.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/gateway-subscriptions",
  access: "invoices.read",
  tag,
  input: z.strictObject({
    membership_id: id.optional(),
    member_id: id.optional(),
    location_id: id.optional(),
    status: listOf(z.enum(subscriptionStatuses)).optional(),
    /** False: those that have ended. */
    is_live: flag.optional(),
    ...page,
  }),
  output: pageOf(subscription),
  errors: ["malformed_cursor"],
});

export const getSubscription = contract({
  id: "gateway_subscriptions.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/gateway-subscriptions/{id}",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: subscription.extend({ bills: z.array(bill) }),
  errors: ["not_found"],
});

/** Who collects a membership, and whether the gateway could. */
export const getSubscriptionOptions = contract({
  id: "gateway_subscriptions.options",
  scope: "location",
  method: "GET",
  path: "/api/v1/memberships/{id}/gateway-subscription",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: z.object({
    /** The newest one, also after its end. */
    subscription: subscription.nullable(),
    /** False: FitFlow runs the cycle, and nothing is to be started. */
    is_offered: z.boolean(),
    /** Why none can be started now, in one sentence. Null: it can. */
    start_blocker: z.string().nullable(),
  }),
  errors: ["not_found"],
});

/** The gateway bills the membership by itself from its next bill on. */
export const startSubscription = contract({
  id: "gateway_subscriptions.start",
  scope: "location",
  method: "POST",
  path: "/api/v1/memberships/{id}/gateway-subscription",
  access: "payments.record",
  tag,
  input: z.strictObject({ id }),
  output: subscription,
  status: 201,
  errors: ["not_found", "conflict"],
});

export const cancelSubscription = contract({
  id: "gateway_subscriptions.cancel",
  scope: "location",
  method: "POST",
  path: "/api/v1/gateway-subscriptions/{id}/cancellation",
  access: "payments.record",
  tag,
  input: z.strictObject({ id, when: z.enum(["period_end", "now"]).default("period_end") }),
  output: subscription,
  errors: ["not_found", "conflict"],
});
