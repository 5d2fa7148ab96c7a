import { documented } from "@/lib/contracts/documented";
import * as membershipPlans from "./membership-plans";

const example = {
  id: "0197f0a0-0000-7000-8000-0000000000f1",
  code: "OFFPEAK",
  name: "Off-peak",
  description: "9 am to 4 pm on weekdays",
  kind: "recurring" as const,
  price_minor: 5900,
  currency: "AUD",
  joining_fee_minor: 2500,
  interval_unit: "month" as const,
  interval_count: 1,
  sessions_included: null,
  access_hours: { mon: [{ opens: "09:00", closes: "16:00" }] },
  billing_day: null,
  is_first_period_free: false,
  min_term_months: 3,
  notice_days: 14,
  renews_from: "today" as const,
  features: ["Gym floor", "Two guest passes a month"],
  visit_limits: [],
  class_limits: [],
  guest_passes: 2,
  min_age: 16,
  max_age: null,
  freeze_policy: null,
  family_discounts: [{ from: 2, percent_bp: 1000, amount_minor: null }],
  tax_class: "membership",
  is_price_with_tax: true,
  location_ids: [],
  archived_at: null,
  version: 1,
};

export const membershipPlansDocs = documented(membershipPlans, {
  listPlans: {
    summary: "List membership plans",
    description: "Sorted by name. `location_id` excludes plans that do not give access to that location.",
    example: { input: {}, output: { data: [example] } },
  },

  getPlan: {
    summary: "Retrieve a plan",
    example: { input: { id: example.id }, output: { ...example, current_memberships: 214 } },
  },

  createPlan: {
    summary: "Create a plan",
    description:
      "The interval is the billing period of a recurring plan and the full term of any other plan. It defaults to one month, or to one day for a day pass. The currency defaults to the currency of the plan's locations, otherwise to that of the organization.",
    example: {
      input: {
        name: "Off-peak",
        kind: "recurring",
        price_minor: 5900,
        joining_fee_minor: 2500,
        interval_unit: "month",
      },
      output: example,
    },
  },

  updatePlan: {
    summary: "Update a plan",
    description:
      "Existing memberships keep their price. The kind, interval, billing day and currency of a plan, and whether its price includes tax, cannot be changed after its first sale.",
    example: {
      input: { id: example.id, price_minor: 6400 },
      output: { ...example, price_minor: 6400, version: 2 },
    },
  },

  archivePlan: {
    summary: "Archive a plan; existing memberships continue",
    example: {
      input: { id: example.id },
      output: { ...example, archived_at: "2026-03-05T06:42:00.000Z", version: 2 },
    },
  },

  restorePlan: {
    summary: "Restore an archived plan",
    example: { input: { id: example.id }, output: { ...example, version: 3 } },
  },

  examplesOfPlan: {
    summary: "Preview the bills of a plan that is not saved yet",
    description:
      "Nothing is stored. The billing engine computes the bills of three starts: today, on the 31st, and in the middle of a period. The days are those of the first location.",
    example: {
      input: { kind: "fixed_term", price_minor: 19900, interval_count: 3 },
      output: {
        currency: "AUD",
        examples: [
          {
            case: "today",
            starts_on: "2026-03-05",
            bills: [
              {
                on: "2026-03-05",
                lines: [
                  {
                    label: "New plan",
                    from_on: "2026-03-05",
                    to_on: "2026-06-04",
                    list_minor: 19900,
                    amount_minor: 19900,
                    explanation: "$199.00, 5 Mar to 4 Jun 2026, for period 1.",
                  },
                ],
                total_minor: 19900,
              },
            ],
            ends_on: "2026-06-04",
          },
        ],
      },
    },
  },
});
