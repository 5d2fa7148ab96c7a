import { documented } from "@/lib/contracts/documented";
import * as priceIncreases from "./price-increases";

const plan_id = "0197f0a0-0000-7000-8000-0000000000f1";

const input = {
  id: plan_id,
  price_minor: 6400,
  effective_on: "2026-05-01",
  applies_to: "joined_before" as const,
  joined_before_on: "2026-01-01",
};

const increase = {
  id: "0197f0a0-0000-7000-8000-000000000a01",
  plan_id,
  price_minor: 6400,
  effective_on: "2026-05-01",
  applies_to: "joined_before" as const,
  joined_before_on: "2026-01-01",
  notice_days: 30,
  status: "pending" as const,
  created_at: "2026-03-05T06:42:00.000Z",
};

export const priceIncreasesDocs = documented(priceIncreases, {
  listPriceIncreases: {
    summary: "List the new prices of a plan, latest first",
    example: { input: { id: plan_id }, output: { data: [increase] } },
  },

  previewPriceIncrease: {
    summary: "Preview who pays how much more",
    description: "Nothing is stored. A month of a weekly plan is 52/12 weeks, of a yearly plan a twelfth.",
    example: {
      input,
      output: {
        currency: "AUD",
        price_minor: 5900,
        new_price_minor: 6400,
        effective_on: "2026-05-01",
        raised: 1,
        kept: 23,
        ending: 2,
        more_per_month_minor: 500,
        payers: [
          {
            membership_id: "0197f0a0-0000-7000-8000-000000000101",
            member_id: "0197f0a0-0000-7000-8000-000000000102",
            member_name: "Rahel Tesfaye",
            price_minor: 5900,
            new_price_minor: 6400,
            first_bill_on: "2026-05-05",
            more_per_month_minor: 500,
          },
        ],
      },
    },
  },

  createPriceIncrease: {
    summary: "Schedule a new price of a plan",
    description:
      "New memberships pay it from its day on. Running memberships that it applies to pay it from their first period that begins on that day or later. A plan has one new price at a time.",
    example: { input, output: { ...increase, raised: 1, kept: 23 } },
  },

  withdrawPriceIncrease: {
    summary: "Withdraw a new price before its day",
    example: { input: { id: plan_id }, output: { ...increase, status: "withdrawn" } },
  },
});
