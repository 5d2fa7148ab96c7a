import { expect, test } from "vitest";
import { type PricedPlan, priceUnit } from "@/components/memberships/plans/wording";

const base: PricedPlan = {
  kind: "recurring",
  price_minor: 5900,
  joining_fee_minor: 0,
  currency: "EUR",
  interval_unit: "month",
  interval_count: 1,
  sessions_included: null,
};

test.each<[Partial<PricedPlan>, string]>([
  [{}, "/ mo"],
  [{ interval_count: 3 }, "every 3 months"],
  [{ kind: "fixed_term", interval_count: 12 }, "for 12 months"],
  [{ kind: "session_pack", sessions_included: 1 }, "for 1 visit"],
  [{ kind: "day_pass" }, "a day"],
])("a price is followed by its unit: %o", (fields, unit) => {
  expect(priceUnit({ ...base, ...fields })).toBe(unit);
});
