import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, listOf, page, pageOf } from "@/lib/contracts/fields";
import { balanceItemKinds, gatewayVendors, payoutStatuses } from "@/lib/values/gateways";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const tag = "Payouts";
/** A payout carries the money of several locations. */
const read = { scope: "organization", access: "ledger.read", tag, method: "GET" } as const;

const filters = {
  gateway_id: id.optional(),
  status: listOf(z.enum(payoutStatuses)).optional(),
  arrives_from: calendarDay.optional(),
  arrives_to: calendarDay.optional(),
  /** Something of it fits nothing that was recorded here. */
  is_mismatched: flag.optional(),
};

const payout = z.object({
  id,
  gateway_id: id,
  vendor: z.enum(gatewayVendors),
  /** The gateway's id of the payout, to find it there. */
  payout_ref: z.string(),
  status: z.enum(payoutStatuses),
  amount_minor: z.int(),
  currency: z.string(),
  /** Without the fees of disputes, which are booked with them. */
  fee_minor: z.int(),
  /** The day on which the bank has it. */
  arrives_on: calendarDay,
  booked_at: instantOut.nullable(),
  items: z.int(),
  mismatches: z.int(),
  /** What does not fit of the payout as a whole. */
  mismatch: z.string().nullable(),
  created_at: instantOut,
});

export const listPayouts = contract({
  ...read,
  id: "payouts.list",
  path: "/api/v1/payouts",
  input: z.strictObject({ ...filters, ...page }),
  output: pageOf(payout),
  errors: ["malformed_cursor"],
});

export const getPayoutTotals = contract({
  ...read,
  id: "payouts.totals",
  path: "/api/v1/payouts/totals",
  input: z.strictObject(filters),
  output: z.object({
    by_currency: z.array(
      z.object({
        currency: z.string(),
        payouts: z.int(),
        /** What the bank has. */
        paid_minor: z.int(),
        pending_minor: z.int(),
        fee_minor: z.int(),
        mismatched: z.int(),
      }),
    ),
  }),
  errors: [],
});

export const getPayout = contract({
  ...read,
  id: "payouts.get",
  path: "/api/v1/payouts/{id}",
  input: z.strictObject({ id }),
  output: payout,
  errors: ["not_found"],
});

export const listPayoutItems = contract({
  ...read,
  id: "payouts.list_items",
  path: "/api/v1/payouts/{id}/items",
  input: z.strictObject({ id, is_mismatched: flag.optional(), ...page }),
  output: pageOf(
    z.object({
      id,
      item_ref: z.string(),
      kind: z.enum(balanceItemKinds),
      source_ref: z.string().nullable(),
      amount_minor: z.int(),
      fee_minor: z.int(),
      currency: z.string(),
      location_name: z.string().nullable(),
      payment_id: id.nullable(),
      refund_id: id.nullable(),
      dispute_id: id.nullable(),
      payer_name: z.string().nullable(),
      /** What does not fit, in one sentence. */
      mismatch: z.string().nullable(),
    }),
  ),
  errors: ["not_found", "malformed_cursor"],
});
