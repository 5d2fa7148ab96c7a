import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, instantOut, listOf, page, pageOf, text, version } from "@/lib/contracts/fields";
import { lineKinds } from "@/lib/values/billing";
import { acceptances } from "@/lib/values/membership-history";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { intervalUnit, membershipStatus, planKind } from "@/lib/values/schemas/statuses";

const freeze = z.object({ from_on: calendarDay, to_on: calendarDay.nullable() });

export const payer = z.object({ kind: z.enum(["member", "company"]), id, name: z.string() });

export const membership = z.object({
  id,
  member_id: id,
  member_name: z.string(),
  plan_id: id,
  plan_name: z.string(),
  kind: planKind,
  location_id: id,
  location_name: z.string(),
  /** On the current local day of its location. */
  status: membershipStatus,
  price_minor: z.int(),
  joining_fee_minor: z.int(),
  currency: z.string(),
  interval_unit: intervalUnit,
  interval_count: z.int(),
  starts_on: calendarDay,
  /** The last day of access by its term; null if it has no end. */
  ends_on: calendarDay.nullable(),
  /** The next billing day, today included; null if there are no more bills. */
  next_bill_on: calendarDay.nullable(),
  /** The last day that is paid for, and of access after a cancellation; null where it is not known, or the membership has ended. */
  period_ends_on: calendarDay.nullable(),
  sessions_included: z.int().nullable(),
  sessions_used: z.int(),
  /** What is open of invoices whose due day has passed. */
  overdue_minor: z.int(),
  /** The day on which the oldest of them was due. */
  overdue_since_on: calendarDay.nullable(),
  /** The plan that applies from a later day on. */
  next_plan: z.object({ plan_id: id, plan_name: z.string(), from_on: calendarDay }).nullable(),
  /** The current freeze, otherwise the next one. */
  freeze: freeze.nullable(),
  cancelled_at: instantOut.nullable(),
  /** The first day without access after a cancellation. */
  cancelled_on: calendarDay.nullable(),
  cancel_reason: z.string().nullable(),
  /** J2: who pays the next invoice, if not the member. */
  payer: payer.nullable(),
  /** The membership that this one renews, and the one that renews it. */
  renewed_from_id: id.nullable(),
  renewed_by_id: id.nullable(),
  /** The membership of another member that went over into this one. */
  transferred_from_id: id.nullable(),
  created_at: instantOut,
  version,
});

const billLine = z.object({
  kind: z.enum(lineKinds),
  label: z.string(),
  /** The day on which it is due. */
  due_on: calendarDay,
  /** After discounts; with tax if the price of the plan includes it. Below zero for a credit. */
  amount_minor: z.int(),
  discount_minor: z.int(),
  net_minor: z.int(),
  tax_minor: z.int(),
  total_minor: z.int(),
  /** The days that the amount pays for, both included. */
  from_on: calendarDay.nullable(),
  to_on: calendarDay.nullable(),
  /** How the amount comes about, in one sentence. */
  why: z.string(),
});

/** Lines with their tax. */
export const bill = z.object({
  lines: z.array(billLine),
  net_minor: z.int(),
  tax_minor: z.int(),
  total_minor: z.int(),
});

export const quote = bill.extend({
  member_id: id,
  plan_id: id,
  plan_name: z.string(),
  kind: planKind,
  location_id: id,
  status: membershipStatus,
  currency: z.string(),
  starts_on: calendarDay,
  ends_on: calendarDay.nullable(),
  next_bill_on: calendarDay.nullable(),
  next_bill_minor: z.int().nullable(),
  interval_unit: intervalUnit,
  interval_count: z.int(),
  sessions_included: z.int().nullable(),
  /** The reason why the plan's joining fee is not charged. */
  joining_fee_waived: z.enum(["already_a_member"]).nullable(),
  /** F11: the member was a member before, and the membership does not follow on it. */
  is_rejoin: z.boolean(),
  prepaid_periods: z.int(),
  /** J2: who pays, if not the member. */
  payer: payer.nullable(),
  /** The reasons of a price that is not the plan's own. */
  price_reasons: z.array(z.string()),
  /** What staff should know before the sale, such as an age that the plan is not for. */
  notes: z.array(z.string()),
});

const price = count(0, 100_000_000_000);

const saleFields = {
  member_id: id,
  plan_id: id,
  starts_on: calendarDay.optional(),
  location_id: id.optional(),
  price_minor: price.optional(),
  joining_fee_minor: price.optional(),
  coupon_code: text(40).optional(),
  /** C17: how many periods or terms are paid at once. */
  prepaid_periods: count(1, 60).default(1),
  /** J2: at most one. Neither: the member pays. */
  payer_member_id: id.optional(),
  payer_company_id: id.optional(),
  /** J3: how and when the payer agreed. Required for the sale, not for its quote. */
  payer_accepted_how: z.enum(acceptances).optional(),
  payer_accepted_on: calendarDay.optional(),
};

export const listMemberships = contract({
  id: "memberships.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/memberships",
  access: "memberships.read",
  tag: "Memberships",
  input: z.strictObject({
    member_id: id.optional(),
    plan_id: id.optional(),
    location_id: id.optional(),
    /** The memberships that this member or company pays for. */
    payer_member_id: id.optional(),
    payer_company_id: id.optional(),
    status: listOf(membershipStatus).optional(),
    ends_from: calendarDay.optional(),
    ends_to: calendarDay.optional(),
    sort: z.enum(["newest", "ends_on"]).default("newest"),
    ...page,
  }),
  output: pageOf(membership),
  errors: ["malformed_cursor"],
});

export const getMembership = contract({
  id: "memberships.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/memberships/{id}",
  access: "memberships.read",
  tag: "Memberships",
  input: z.strictObject({ id }),
  output: membership,
  errors: ["not_found"],
});

const saleErrors = ["invalid_input", "forbidden", "not_found"] as const;

export const quoteMembership = contract({
  id: "memberships.quote",
  scope: "location",
  method: "GET",
  path: "/api/v1/memberships/quotes",
  access: "memberships.sell",
  tag: "Memberships",
  input: z.strictObject(saleFields),
  output: quote,
  errors: saleErrors,
});

export const sellMembership = contract({
  id: "memberships.sell",
  scope: "location",
  method: "POST",
  path: "/api/v1/memberships",
  access: "memberships.sell",
  tag: "Memberships",
  input: z.strictObject(saleFields),
  output: membership,
  status: 201,
  errors: saleErrors,
});

export const updateMembership = contract({
  id: "memberships.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/memberships/{id}",
  access: "memberships.sell",
  tag: "Memberships",
  input: z.strictObject({ id, starts_on: calendarDay }),
  output: membership,
  errors: ["invalid_input", "forbidden", "not_found", "conflict", "version_conflict"],
});
