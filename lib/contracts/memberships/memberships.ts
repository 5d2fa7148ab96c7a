import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, instantOut, listOf, page, pageOf, text, version } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/calendar-day";
import { intervalUnit, membershipStatus, planKind } from "@/lib/values/statuses";

const freeze = z.object({ from_on: calendarDay, to_on: calendarDay.nullable() });

export const membership = z.object({
  id,
  member_id: id,
  member_name: z.string(),
  plan_id: id,
  plan_name: z.string(),
  kind: planKind,
  location_id: id,
  location_name: z.string(),
  /** On today's date at its location. */
  status: membershipStatus,
  price_minor: z.int(),
  joining_fee_minor: z.int(),
  currency: z.string(),
  interval_unit: intervalUnit,
  interval_count: z.int(),
  starts_on: calendarDay,
  /** The last day of access by its term; null while it runs on. */
  ends_on: calendarDay.nullable(),
  /** The next billing day from today on; null where nothing more is billed. */
  next_bill_on: calendarDay.nullable(),
  /** The last day that a cancellation at the period's end keeps; null once it is over. */
  period_ends_on: calendarDay.nullable(),
  sessions_included: z.int().nullable(),
  sessions_used: z.int(),
  arrears_minor: z.int(),
  arrears_since_on: calendarDay.nullable(),
  /** The freeze of today or the next one to come. */
  freeze: freeze.nullable(),
  cancelled_at: instantOut.nullable(),
  /** The first day without access after a cancellation. */
  cancelled_on: calendarDay.nullable(),
  cancel_reason: z.string().nullable(),
  created_at: instantOut,
  version,
});

export const quoteLine = z.object({
  kind: z.enum(["term", "joining_fee"]),
  label: z.string(),
  amount_minor: z.int(),
  /** The days that the amount pays for, both included. */
  from_on: calendarDay.nullable(),
  to_on: calendarDay.nullable(),
});

export const quote = z.object({
  member_id: id,
  plan_id: id,
  plan_name: z.string(),
  kind: planKind,
  location_id: id,
  status: membershipStatus,
  currency: z.string(),
  lines: z.array(quoteLine),
  total_minor: z.int(),
  starts_on: calendarDay,
  ends_on: calendarDay.nullable(),
  next_bill_on: calendarDay.nullable(),
  next_bill_minor: z.int().nullable(),
  interval_unit: intervalUnit,
  interval_count: z.int(),
  sessions_included: z.int().nullable(),
  /** Why no joining fee is due although the plan has one. */
  joining_fee_waived: z.enum(["already_a_member"]).nullable(),
});

const price = count(0, 100_000_000_000);

const saleFields = {
  member_id: id,
  plan_id: id,
  starts_on: calendarDay.optional(),
  location_id: id.optional(),
  price_minor: price.optional(),
  joining_fee_minor: price.optional(),
};

const example = {
  id: "0197f0a0-0000-7000-8000-000000000101",
  member_id: "0197f0a0-0000-7000-8000-000000000102",
  member_name: "Rahel Tesfaye",
  plan_id: "0197f0a0-0000-7000-8000-0000000000f1",
  plan_name: "Off-peak",
  kind: "recurring" as const,
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  location_name: "Fitzroy",
  status: "active" as const,
  price_minor: 5900,
  joining_fee_minor: 2500,
  currency: "AUD",
  interval_unit: "month" as const,
  interval_count: 1,
  starts_on: "2026-03-05",
  ends_on: null,
  next_bill_on: "2026-04-05",
  period_ends_on: "2026-04-04",
  sessions_included: null,
  sessions_used: 0,
  arrears_minor: 0,
  arrears_since_on: null,
  freeze: null,
  cancelled_at: null,
  cancelled_on: null,
  cancel_reason: null,
  created_at: "2026-03-05T06:42:00.000Z",
  version: 1,
};

const sale = { member_id: example.member_id, plan_id: example.plan_id };

const cancelled = {
  ...example,
  next_bill_on: null,
  cancelled_at: "2026-03-20T01:00:00.000Z",
  cancelled_on: "2026-04-05",
  cancel_reason: "Moves to another city",
  version: 2,
};

export const listMemberships = contract({
  id: "memberships.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/memberships",
  access: "memberships.read",
  tag: "Memberships",
  summary: "List memberships, newest first or by their end",
  description: "`status` is as of today at each membership's location. `sort=ends_on` leaves out those without an end.",
  input: z.strictObject({
    member_id: id.optional(),
    plan_id: id.optional(),
    location_id: id.optional(),
    status: listOf(membershipStatus).optional(),
    ends_from: calendarDay.optional(),
    ends_to: calendarDay.optional(),
    sort: z.enum(["newest", "ends_on"]).default("newest"),
    ...page,
  }),
  output: pageOf(membership),
  errors: ["malformed_cursor"],
  example: { input: { status: "active" }, output: { data: [example], next_cursor: null } },
});

export const getMembership = contract({
  id: "memberships.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/memberships/{id}",
  access: "memberships.read",
  tag: "Memberships",
  summary: "Read one membership",
  input: z.strictObject({ id }),
  output: membership,
  errors: ["not_found"],
  example: { input: { id: example.id }, output: example },
});

const saleErrors = ["invalid_input", "forbidden", "not_found"] as const;

export const quoteMembership = contract({
  id: "memberships.quote",
  scope: "location",
  method: "GET",
  path: "/api/v1/memberships/quotes",
  access: "memberships.sell",
  tag: "Memberships",
  summary: "Show what a sale would charge, and when the next bill comes",
  description: "Nothing is stored. The sale with the same input charges the same lines.",
  input: z.strictObject(saleFields),
  output: quote,
  errors: saleErrors,
  example: {
    input: sale,
    output: {
      ...sale,
      plan_name: "Off-peak",
      kind: "recurring",
      location_id: example.location_id,
      status: "active",
      currency: "AUD",
      lines: [
        { kind: "term", label: "Off-peak", amount_minor: 5900, from_on: "2026-03-05", to_on: "2026-04-04" },
        { kind: "joining_fee", label: "Joining fee", amount_minor: 2500, from_on: null, to_on: null },
      ],
      total_minor: 8400,
      starts_on: "2026-03-05",
      ends_on: null,
      next_bill_on: "2026-04-05",
      next_bill_minor: 5900,
      interval_unit: "month",
      interval_count: 1,
      sessions_included: null,
      joining_fee_waived: null,
    },
  },
});

export const sellMembership = contract({
  id: "memberships.sell",
  scope: "location",
  method: "POST",
  path: "/api/v1/memberships",
  access: "memberships.sell",
  tag: "Memberships",
  summary: "Sell a member a plan",
  description:
    "Starts today at the location unless `starts_on` says otherwise. The location is the member's own unless given. Another price, or a start more than 31 days back, needs the permission memberships.override.",
  input: z.strictObject(saleFields),
  output: membership,
  status: 201,
  errors: saleErrors,
  example: { input: sale, output: example },
});

export const updateMembership = contract({
  id: "memberships.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/memberships/{id}",
  access: "memberships.sell",
  tag: "Memberships",
  summary: "Move the start of a membership that has not begun",
  description: "The end and the next bill move with it.",
  input: z.strictObject({ id, starts_on: calendarDay }),
  output: membership,
  errors: ["invalid_input", "forbidden", "not_found", "conflict", "version_conflict"],
  example: {
    input: { id: example.id, starts_on: "2026-04-01" },
    output: {
      ...example,
      status: "pending",
      starts_on: "2026-04-01",
      next_bill_on: "2026-05-01",
      period_ends_on: "2026-04-30",
      version: 2,
    },
  },
});

export const cancelMembership = contract({
  id: "memberships.cancel",
  scope: "location",
  method: "POST",
  path: "/api/v1/memberships/{id}/cancellations",
  access: "memberships.cancel",
  tag: "Memberships",
  summary: "Cancel a membership now or at the end of the paid period",
  input: z.strictObject({ id, when: z.enum(["now", "period_end"]), reason: text(300).optional() }),
  output: membership,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
  example: {
    input: { id: example.id, when: "period_end", reason: "Moves to another city" },
    output: cancelled,
  },
});

export const withdrawCancellation = contract({
  id: "memberships.withdraw_cancellation",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/memberships/{id}/cancellations/current",
  access: "memberships.cancel",
  tag: "Memberships",
  summary: "Withdraw a cancellation before its date",
  input: z.strictObject({ id }),
  output: membership,
  errors: ["not_found", "conflict"],
  example: { input: { id: example.id }, output: { ...example, version: 3 } },
});
