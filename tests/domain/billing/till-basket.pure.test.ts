import { describe, expect, test } from "vitest";
import { aheadWords, creditWords, paidWords } from "@/components/billing/till/desk/sale/ahead-words";
import {
  emptyBasket,
  isEmpty,
  itemsOf,
  oneOffPlans,
  withAhead,
  withItem,
  without,
  withPlan,
} from "@/components/billing/till/desk/sale/basket";
import { walkInOf } from "@/components/billing/till/desk/sale/buyer";

const pass = { id: "pass", name: "Day pass", price_minor: 2_500 };
const towel = { description: "Towel", quantity: 2, price_minor: 300, tax_class: "goods" };

describe("the basket of a till", () => {
  test("sells one thing twice, and leaves out one of the two", () => {
    const twice = withPlan(withPlan(emptyBasket, pass), pass);
    expect(itemsOf(twice).plan_ids).toEqual(["pass", "pass"]);
    const [first] = twice.plans;
    expect(itemsOf(without(twice, first?.key ?? 0)).plan_ids).toEqual(["pass"]);
  });

  test("holds what staff write and what is paid ahead, as the API takes it", () => {
    const basket = withAhead(withAhead(withItem(emptyBasket, towel), "m1", 2), "m2", 1);
    expect(itemsOf(withAhead(basket, "m2", 0))).toEqual({
      plan_ids: [],
      lines: [towel],
      prepay: [{ membership_id: "m1", periods: 2 }],
    });
    expect([isEmpty(basket), isEmpty(emptyBasket), isEmpty(withAhead(emptyBasket, "m1", 0))]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("offers plans that are paid once, day passes first, in the currency of the till", () => {
    const plan = { joining_fee_minor: 0, currency: "USD" };
    const plans = [
      { ...plan, id: "term", name: "Annual", kind: "fixed_term" as const, price_minor: 89_000, joining_fee_minor: 500 },
      { ...plan, id: "monthly", name: "Monthly", kind: "recurring" as const, price_minor: 5_900 },
      { ...plan, id: "rupees", name: "Pass", kind: "day_pass" as const, price_minor: 50_000, currency: "INR" },
      { ...plan, ...pass, kind: "day_pass" as const },
    ];
    expect(oneOffPlans(plans, "USD")).toEqual([pass, { id: "term", name: "Annual", price_minor: 89_500 }]);
  });
});

test.each([
  ["Mai", { first_name: "Mai" }],
  [" Mai  Tran ", { first_name: "Mai", last_name: "Tran" }],
  ["Ana Maria Duarte", { first_name: "Ana Maria", last_name: "Duarte" }],
])("the name of a walk-in: %j", (name, parts) => {
  expect(walkInOf(name)).toEqual(parts);
});

test("a sentence says whether money pays ahead or becomes account credit", () => {
  const reader = { currency: "USD", locale: "en-US" };
  const prepaid = [{ plan_name: "Unlimited", paid_to_on: "2027-01-22", next_bill_on: "2027-01-23" }];
  expect(aheadWords(prepaid, reader)).toEqual([
    "Unlimited is then paid until January 22, 2027. The next bill is on January 23, 2027.",
  ]);
  expect(paidWords(prepaid, reader)).toEqual(["Unlimited is paid until January 22, 2027."]);
  expect(creditWords(400, reader)).toEqual(["$4.00 becomes account credit. It pays the next invoice by itself."]);
  expect(creditWords(0, reader)).toEqual([]);
});
