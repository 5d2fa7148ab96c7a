import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, instantOut, page, text } from "@/lib/contracts/fields";
import { acceptances, happeningKinds } from "@/lib/values/membership-history";
import { paymentMethod } from "@/lib/values/schemas/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { actionPreview } from "./membership-actions";
import { bill, membership, payer, quote } from "./memberships";

const base = { scope: "location", tag: "Memberships" } as const;

const moneyKinds = ["invoice", "credit_note", "payment", "credit", "write_off", "void"] as const;

/** What happened. */
const entry = z.object({
  id,
  kind: z.enum([...happeningKinds, ...moneyKinds]),
  at: instantOut,
  /** The day on which it takes effect, or the day of the document. */
  on: calendarDay,
  title: z.string(),
  sentence: z.string(),
  /** Of a document or payment; below zero for what was taken back. */
  amount_minor: z.int().nullable(),
  document: z.object({ id, number: z.string() }).nullable(),
  method: paymentMethod.nullable(),
  /** The name of who did it. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
});

const comingKinds = ["bill", "freeze_begins", "freeze_ends", "plan", "price", "expires", "cancelled"] as const;

/** What follows from the membership as it is today. */
const coming = z.object({
  kind: z.enum(comingKinds),
  on: calendarDay,
  title: z.string(),
  /** Why. */
  sentence: z.string(),
  /** Of a bill. Null for a reader who does not see invoices. */
  bill: bill.nullable(),
});

export const getTimeline = contract({
  ...base,
  id: "memberships.timeline",
  method: "GET",
  path: "/api/v1/memberships/{id}/timeline",
  access: "memberships.read",
  input: z.strictObject({ id, ...page }),
  output: z.object({
    membership_id: id,
    currency: z.string(),
    /** The local day of the location. */
    today: calendarDay,
    /** The next 12 months, in their order. Empty on later pages. */
    coming: z.array(coming),
    /** For a drawing: the first days of periods around today, and the freezes. Null on later pages. */
    strip: z
      .object({
        periods: z.array(z.object({ on: calendarDay, is_billed: z.boolean() })),
        freezes: z.array(z.object({ from_on: calendarDay, to_on: calendarDay.nullable() })),
      })
      .nullable(),
    /** Newest first. */
    data: z.array(entry),
    next_cursor: z.string().nullable(),
  }),
  errors: ["malformed_cursor", "not_found"],
});

const payerFields = {
  id,
  /** At most one. Neither: the member pays. */
  payer_member_id: id.optional(),
  payer_company_id: id.optional(),
};

export const previewPayer = contract({
  ...base,
  id: "memberships.preview_payer",
  method: "POST",
  path: "/api/v1/memberships/{id}/payer/preview",
  access: "memberships.change_payer",
  writes_nothing: true,
  input: z.strictObject(payerFields),
  output: z.object({
    membership_id: id,
    currency: z.string(),
    before: payer,
    after: payer,
    /** The first invoice of the new payer; null if nothing will be billed. */
    next_bill_on: calendarDay.nullable(),
    next_bill_minor: z.int().nullable(),
    /** The account credit of the new payer that reduces it. */
    credit_minor: z.int(),
    /** What the former payers still owe for the membership. */
    stays_unpaid_minor: z.int(),
  }),
  errors: ["invalid_input", "forbidden", "not_found", "conflict"],
});

export const changePayer = contract({
  ...base,
  id: "memberships.change_payer",
  method: "PUT",
  path: "/api/v1/memberships/{id}/payer",
  access: "memberships.change_payer",
  input: z.strictObject({
    ...payerFields,
    /** J3: required unless the member pays. */
    accepted_how: z.enum(acceptances).optional(),
    accepted_on: calendarDay.optional(),
  }),
  output: membership,
  errors: ["invalid_input", "forbidden", "not_found", "conflict", "version_conflict"],
});

const renewalFields = {
  id,
  /** Absent: what the plan says. */
  from: z.enum(["old_end", "today"]).optional(),
  coupon_code: text(40).optional(),
  /** C21: only after a gap, which is a new join. */
  charges_joining_fee: flag.default(false),
  /** How many terms or periods are paid at once. */
  prepaid_periods: count(1, 60).default(1),
};

export const previewRenewal = contract({
  ...base,
  id: "memberships.preview_renewal",
  method: "POST",
  path: "/api/v1/memberships/{id}/renewals/preview",
  access: "memberships.sell",
  writes_nothing: true,
  input: z.strictObject(renewalFields),
  output: quote.extend({
    renewed_from_id: id,
    /** The last day of the membership that is renewed. */
    ended_on: calendarDay,
    from: z.enum(["old_end", "today"]),
    /** Days without a membership before the renewal. */
    gap_days: z.int(),
  }),
  errors: ["invalid_input", "forbidden", "not_found", "conflict"],
});

export const renewMembership = contract({
  ...base,
  id: "memberships.renew",
  method: "POST",
  path: "/api/v1/memberships/{id}/renewals",
  access: "memberships.sell",
  input: z.strictObject(renewalFields),
  output: membership,
  status: 201,
  errors: ["invalid_input", "forbidden", "not_found", "conflict"],
});

const transferFields = {
  id,
  to_member_id: id,
  reason: text(300),
  /** Charged to the new member; with tax if the price of the plan includes it. */
  fee_minor: count(0, 100_000_000_000).default(0),
};

export const previewTransfer = contract({
  ...base,
  id: "memberships.preview_transfer",
  method: "POST",
  path: "/api/v1/memberships/{id}/transfers/preview",
  access: "memberships.transfer",
  writes_nothing: true,
  input: z.strictObject(transferFields).omit({ reason: true }),
  output: actionPreview.extend({
    to_member_id: id,
    to_member_name: z.string(),
    sessions_left: z.int().nullable(),
    /** What the former member still owes for the membership. */
    stays_unpaid_minor: z.int(),
  }),
  errors: ["invalid_input", "forbidden", "not_found", "conflict"],
});

export const transferMembership = contract({
  ...base,
  id: "memberships.transfer",
  method: "POST",
  path: "/api/v1/memberships/{id}/transfers",
  access: "memberships.transfer",
  input: z.strictObject(transferFields),
  output: membership,
  status: 201,
  errors: ["invalid_input", "forbidden", "not_found", "conflict", "version_conflict"],
});
