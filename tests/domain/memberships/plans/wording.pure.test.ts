import { describe, expect, test } from "vitest";
import { chargeSentence, type PricedPlan, priceUnit } from "@/components/memberships/plans/wording";

const base: PricedPlan = {
  kind: "recurring",
  price_minor: 5900,
  joining_fee_minor: 0,
  currency: "EUR",
  interval_unit: "month",
  interval_count: 1,
  sessions_included: null,
};

describe("what a plan charges is said in one sentence", () => {
  const cases: [Partial<PricedPlan>, string, string][] = [
    [{}, "2026-03-14", "Charges €59.00 on the 14th of every month."],
    [{}, "2026-03-31", "Charges €59.00 on the 31st of every month, or on the last day of a shorter month."],
    [{ joining_fee_minor: 2500 }, "2026-03-02", "Charges €59.00 on the 2nd of every month and €25.00 once on joining."],
    [{ interval_count: 3 }, "2026-03-03", "Charges €59.00 every 3 months on the 3rd."],
    [{ interval_unit: "week" }, "2026-03-05", "Charges €59.00 every Thursday."],
    [{ interval_unit: "week", interval_count: 4 }, "2026-03-05", "Charges €59.00 every 4 weeks on Thursday."],
    [{ interval_unit: "year" }, "2026-03-05", "Charges €59.00 every year on 5 March."],
    [{ kind: "fixed_term", interval_count: 12 }, "2026-03-05", "Charges €59.00 once, until 4 Mar 2027."],
    [
      { kind: "session_pack", sessions_included: 10, interval_count: 4 },
      "2026-03-05",
      "Charges €59.00 once, for 10 visits until 4 Jul.",
    ],
    [{ kind: "trial", price_minor: 0, interval_unit: "day", interval_count: 7 }, "2026-03-05", "Free, until 11 Mar."],
    [{ kind: "day_pass", interval_unit: "day" }, "2026-03-05", "Charges €59.00 once for one day."],
  ];
  test.each(cases)("%o on %s", (fields, day, sentence) => {
    expect(chargeSentence({ ...base, ...fields }, day, { locale: "en-GB", today: "2026-03-05" })).toBe(sentence);
  });
});

test.each<[Partial<PricedPlan>, string]>([
  [{}, "/ mo"],
  [{ interval_count: 3 }, "every 3 months"],
  [{ kind: "fixed_term", interval_count: 12 }, "for 12 months"],
  [{ kind: "session_pack", sessions_included: 1 }, "for 1 visit"],
  [{ kind: "day_pass" }, "a day"],
])("a price is followed by its unit: %o", (fields, unit) => {
  expect(priceUnit({ ...base, ...fields })).toBe(unit);
});
