import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadDiscount } from "@/lib/values/tax/spread-discount";

const amounts = (...minor: number[]) => minor.map((amount_minor) => ({ amount_minor }));

test("L11 a discount is spread in proportion, so each rate gets its share", () => {
  expect(spreadDiscount(amounts(5000, 2500, 2500), 1000)).toEqual([
    { amount_minor: 4500, discount_minor: 500 },
    { amount_minor: 2250, discount_minor: 250 },
    { amount_minor: 2250, discount_minor: 250 },
  ]);
  expect(spreadDiscount(amounts(100, 100, 100), 100).map(({ discount_minor }) => discount_minor)).toEqual([33, 33, 34]);
});

test("L11 a credit line gets no part of a discount, and a credit of the sale mirrors it", () => {
  expect(spreadDiscount(amounts(1000, -300), 100)).toEqual([
    { amount_minor: 900, discount_minor: 100 },
    { amount_minor: -300, discount_minor: 0 },
  ]);
  expect(spreadDiscount(amounts(-1000, 300), -100)).toEqual([
    { amount_minor: -900, discount_minor: -100 },
    { amount_minor: 300, discount_minor: 0 },
  ]);
});

test("L11 without a discount nothing changes, and the other fields of a line stay", () => {
  expect(spreadDiscount([{ amount_minor: 0, tax_class: "retail" }], 0)).toEqual([
    { amount_minor: 0, tax_class: "retail", discount_minor: 0 },
  ]);
});

test.each([[1001], [-1], [Number.NaN], [0.5]])("L11 a discount of %s on 1000 is refused", (discount) => {
  expect(() => spreadDiscount(amounts(1000), discount)).toThrow(RangeError);
});

test("L11 the parts sum to the discount, and no line becomes negative", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (minor, fraction) => {
        const discount = Math.floor(minor.reduce((all, one) => all + one, 0) * fraction);
        const spread = spreadDiscount(amounts(...minor), discount);
        return (
          spread.reduce((all, one) => all + one.discount_minor, 0) === discount &&
          spread.every((one, index) => one.amount_minor >= 0 && one.amount_minor + one.discount_minor === minor[index])
        );
      },
    ),
    { numRuns: 10_000 },
  );
});
