import { z } from "zod";
import { payerOut } from "@/lib/contracts/billing/amounts";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, listOf, page, pageOf, text } from "@/lib/contracts/fields";
import { disputeStatuses, gatewayVendors } from "@/lib/values/gateways";
import { paymentMethod } from "@/lib/values/schemas/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const tag = "Disputes";

const filters = {
  member_id: id.optional(),
  company_id: id.optional(),
  location_id: id.optional(),
  payment_id: id.optional(),
  status: listOf(z.enum(disputeStatuses)).optional(),
  /** The bank has not decided. */
  is_open: flag.optional(),
  opened_from: calendarDay.optional(),
  opened_to: calendarDay.optional(),
};

const dispute = payerOut.extend({
  id,
  payment_id: id,
  location_id: id,
  location_name: z.string(),
  /** Deadlines are shown in the time of the location. */
  time_zone: z.string(),
  vendor: z.enum(gatewayVendors),
  /** The gateway's id of the dispute, to find it there. */
  dispute_ref: z.string(),
  status: z.enum(disputeStatuses),
  /** The gateway's reason, such as `fraudulent`. */
  reason: z.string(),
  amount_minor: z.int(),
  currency: z.string(),
  fee_minor: z.int(),
  /** Of the money that was taken: what re-opened invoices, what was account credit, and what had left before. */
  reopened_minor: z.int(),
  credit_minor: z.int(),
  loss_minor: z.int(),
  /** When the money was taken back, and when it was given back. */
  taken_at: instantOut.nullable(),
  returned_at: instantOut.nullable(),
  evidence_due_at: instantOut.nullable(),
  evidence_sent_at: instantOut.nullable(),
  evidence_summary: z.string().nullable(),
  /** What the gateway said when it refused the evidence. */
  evidence_failure: z.string().nullable(),
  opened_at: instantOut,
  closed_at: instantOut.nullable(),
  payment: z.object({
    method: paymentMethod,
    amount_minor: z.int(),
    received_on: calendarDay,
    refunded_minor: z.int(),
  }),
  /** The invoices that are open again because of it, with what is open of them now. */
  invoices: z.array(z.object({ id, number: z.string(), amount_minor: z.int(), open_minor: z.int() })),
});

export const listDisputes = contract({
  id: "disputes.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/disputes",
  access: "invoices.read",
  tag,
  input: z.strictObject({
    ...filters,
    /** `due`: what must be answered first, first. */
    sort: z.enum(["newest", "due"]).default("newest"),
    ...page,
  }),
  output: pageOf(dispute),
  errors: ["malformed_cursor"],
});

export const getDisputeTotals = contract({
  id: "disputes.totals",
  scope: "location",
  method: "GET",
  path: "/api/v1/disputes/totals",
  access: "revenue.read",
  tag,
  input: z.strictObject(filters),
  output: z.object({
    by_currency: z.array(
      z.object({
        currency: z.string(),
        disputes: z.int(),
        /** What the banks have taken and not decided. */
        undecided_minor: z.int(),
        won_minor: z.int(),
        lost_minor: z.int(),
        fee_minor: z.int(),
      }),
    ),
  }),
  errors: [],
});

export const getDispute = contract({
  id: "disputes.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/disputes/{id}",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: dispute,
  errors: ["not_found"],
});

export const getEvidence = contract({
  id: "disputes.evidence",
  scope: "location",
  method: "GET",
  path: "/api/v1/disputes/{id}/evidence",
  access: "payments.refund",
  tag,
  input: z.strictObject({ id, summary: z.string().trim().max(2_000).optional() }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["application/pdf"] },
  errors: ["not_found"],
});

export const submitEvidence = contract({
  id: "disputes.submit",
  scope: "location",
  method: "POST",
  path: "/api/v1/disputes/{id}/evidence",
  access: "payments.refund",
  tag,
  input: z.strictObject({ id, summary: text(2_000) }),
  output: dispute,
  status: 201,
  errors: ["not_found", "conflict", "unavailable", "outcome_unknown"],
});
