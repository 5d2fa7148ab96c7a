import { documented } from "@/lib/contracts/documented";
import * as memberships from "./memberships";

export const membershipExample = {
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
  overdue_minor: 0,
  overdue_since_on: null,
  next_plan: null,
  freeze: null,
  cancelled_at: null,
  cancelled_on: null,
  cancel_reason: null,
  payer: null,
  renewed_from_id: null,
  renewed_by_id: null,
  transferred_from_id: null,
  created_at: "2026-03-05T06:42:00.000Z",
  version: 1,
};

const sale = { member_id: membershipExample.member_id, plan_id: membershipExample.plan_id };

export const quoteExample = {
  ...sale,
  plan_name: "Off-peak",
  kind: "recurring" as const,
  location_id: membershipExample.location_id,
  status: "active" as const,
  currency: "AUD",
  lines: [
    {
      ...{
        kind: "period" as const,
        label: "Off-peak",
        due_on: "2026-03-05",
        from_on: "2026-03-05",
        to_on: "2026-04-04",
      },
      ...{ amount_minor: 5900, discount_minor: 0, net_minor: 5364, tax_minor: 536, total_minor: 5900 },
      why: "$59.00, 5 March – 4 April 2026, for period 1.",
    },
    {
      ...{ kind: "joining_fee" as const, label: "Joining fee", due_on: "2026-03-05", from_on: null, to_on: null },
      ...{ amount_minor: 2500, discount_minor: 0, net_minor: 2273, tax_minor: 227, total_minor: 2500 },
      why: "$25.00, for joining.",
    },
  ],
  net_minor: 7637,
  tax_minor: 763,
  total_minor: 8400,
  starts_on: "2026-03-05",
  ends_on: null,
  next_bill_on: "2026-04-05",
  next_bill_minor: 5900,
  interval_unit: "month" as const,
  interval_count: 1,
  sessions_included: null,
  joining_fee_waived: null,
  is_rejoin: false,
  prepaid_periods: 1,
  payer: null,
  price_reasons: [],
  notes: [],
};

export const membershipsDocs = documented(memberships, {
  listMemberships: {
    summary: "List memberships, newest first or by end date",
    description:
      "`status` is the status on today's date at each membership's location. `sort=ends_on` excludes memberships without an end date.",
    example: { input: { status: "active" }, output: { data: [membershipExample], next_cursor: null } },
  },

  getMembership: {
    summary: "Retrieve a membership",
    example: { input: { id: membershipExample.id }, output: membershipExample },
  },

  quoteMembership: {
    summary: "Preview the charges and the next bill of a sale",
    description: "Nothing is stored. A sale with the same input charges the same lines.",
    example: {
      input: sale,
      output: quoteExample,
    },
  },

  sellMembership: {
    summary: "Sell a plan to a member",
    description:
      "`starts_on` defaults to today at the location. `location_id` defaults to the member's home location. A different price, or a start more than 31 days in the past, requires the permission `memberships.override`.",
    example: { input: sale, output: membershipExample },
  },

  updateMembership: {
    summary: "Change the start date of a membership that has not started",
    description: "The end date and the next bill date change accordingly.",
    example: {
      input: { id: membershipExample.id, starts_on: "2026-04-01" },
      output: {
        ...membershipExample,
        status: "pending",
        starts_on: "2026-04-01",
        next_bill_on: "2026-05-01",
        period_ends_on: "2026-04-30",
        version: 2,
      },
    },
  },
});
