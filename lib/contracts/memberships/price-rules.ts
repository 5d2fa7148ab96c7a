import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, text, version } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { priceRuleCondition, priceRuleEffect } from "@/lib/values/schemas/price-rules";
import { localTime } from "@/lib/values/schemas/wall-time";

const tag = "Prices";
const path = "/api/v1/membership-plans/{id}/price-rules";

const rule = z.strictObject({
  /** The reason for the price, as staff and members read it. */
  reason: text(120),
  condition: priceRuleCondition,
  effect: priceRuleEffect,
});

const rules = z.object({
  plan_id: id,
  /** They apply in this order, each to the price that the ones before it gave. */
  rules: z.array(rule),
  /** That of the plan. */
  version,
});

export const getPriceRules = contract({
  id: "price_rules.get",
  scope: "location",
  method: "GET",
  path,
  access: "memberships.sell",
  tag,
  input: z.strictObject({ id }),
  output: rules,
  errors: ["not_found"],
});

export const putPriceRules = contract({
  id: "price_rules.put",
  scope: "location",
  method: "PUT",
  path,
  access: "plans.write",
  tag,
  input: z.strictObject({ id, rules: z.array(rule).max(20, "Use at most 20 rules") }),
  output: rules,
  errors: ["invalid_input", "forbidden", "not_found", "version_conflict"],
});

export const previewPriceRules = contract({
  id: "price_rules.preview",
  scope: "location",
  method: "POST",
  path: `${path}/preview`,
  access: "plans.write",
  tag,
  input: z.strictObject({
    id,
    rules: z.array(rule).max(20, "Use at most 20 rules"),
    /** The sale of the example. */
    sale: z.strictObject({
      on: calendarDay,
      time: localTime,
      location_id: id,
      age: z.int().min(0).max(120).nullable(),
      /** How many memberships of the plan were sold before. */
      sold: z.int().min(0).max(10_000),
      demand_percent: z.int().min(0).max(1_000).nullable(),
    }),
  }),
  output: z.object({
    currency: z.string(),
    list_price_minor: z.int(),
    price_minor: z.int(),
    /** For each rule the price after it; null where it does not apply. */
    steps: z.array(z.int().nullable()),
  }),
  errors: ["invalid_input", "not_found"],
  writes_nothing: true,
});
