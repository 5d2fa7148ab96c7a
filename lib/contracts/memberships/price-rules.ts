import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, text, version } from "@/lib/contracts/fields";
import { priceRuleCondition, priceRuleEffect } from "@/lib/values/schemas/price-rules";

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
