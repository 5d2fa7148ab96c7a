import { documented } from "@/lib/contracts/documented";
import * as priceRules from "./price-rules";

const plan_id = "0197f0a0-0000-7000-8000-0000000000f1";

const rules = [
  { reason: "Founders' price for the first 50 members", condition: { first_sales: 50 }, effect: { price_minor: 3900 } },
  { reason: "10% less for members under 26", condition: { max_age: 25 }, effect: { change_bp: -1000 } },
];

export const priceRulesDocs = documented(priceRules, {
  getPriceRules: {
    summary: "Retrieve the price rules of a plan",
    example: { input: { id: plan_id }, output: { plan_id, rules, version: 2 } },
  },

  putPriceRules: {
    summary: "Replace the price rules of a plan",
    description:
      "All conditions of a rule must hold. Days and times are those of the location at the sale. Demand is the mean number of visits that begin in an opening hour, over the last four weeks, in percent of the capacity. If-Match compares the version of the plan.",
    example: { input: { id: plan_id, rules }, output: { plan_id, rules, version: 3 } },
  },

  previewPriceRules: {
    summary: "Preview the price that rules give to an example sale",
    example: {
      input: {
        id: plan_id,
        rules,
        sale: {
          on: "2026-03-05",
          time: "17:30",
          location_id: "0197f0a0-0000-7000-8000-000000000001",
          age: 24,
          sold: 12,
          demand_percent: 60,
        },
      },
      output: { currency: "AUD", list_price_minor: 5900, price_minor: 3510, steps: [3900, 3510] },
    },
  },
});
