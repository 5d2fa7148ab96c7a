import fc from "fast-check";
import { expect, test } from "vitest";
import { type TaxLine, taxOf } from "@/lib/values/tax/tax-of";
import { rateProblem, ratesOn, type TaxRate } from "@/lib/values/tax/tax-rate";
import type { TaxedDocument } from "@/lib/values/tax/taxed-line";

const DAY = "2026-04-01";
const rate = (tax_class: string, name: string, rate_ppm: number, more: Partial<TaxRate> = {}): TaxRate => ({
  tax_class,
  name,
  kind: rate_ppm === 0 ? "none" : "vat",
  rate_ppm,
  from_on: "2017-07-01",
  to_on: null,
  ...more,
});
const line = (amount_minor: number, tax_class = "membership", supply_on = DAY): TaxLine => ({
  amount_minor,
  tax_class,
  supply_on,
});
const totals = ({ net_minor, tax_minor, gross_minor }: Omit<TaxedDocument, "lines">) => [
  net_minor,
  tax_minor,
  gross_minor,
];

test.each([
  ["EUR 49.90 at 19 %", 4990, 190_000, [4990, 948, 5938]],
  ["JPY 7,980 at 10 %", 7980, 100_000, [7980, 798, 8778]],
  ["KWD 24.500 at 5 %", 24_500, 50_000, [24_500, 1225, 25_725]],
  ["USD 10.00 at 8.875 %", 1000, 88_750, [1000, 89, 1089]],
  ["half a cent is rounded up", 50, 50_000, [50, 3, 53]],
  ["a credit is rounded like its charge", -50, 50_000, [-50, -3, -53]],
])("C10 net prices: %s", (_case, amount, ppm, expected) => {
  const taxed = taxOf([line(amount)], { inclusive: false, rates: [rate("membership", "VAT", ppm)] });
  expect(totals(taxed)).toEqual(expected);
});

test("L10 gross prices: the tax is extracted and the net amount is the rest", () => {
  const taxed = taxOf([line(5938)], { inclusive: true, rates: [rate("membership", "VAT", 190_000)] });
  expect(taxed).toEqual({
    net_minor: 4990,
    tax_minor: 948,
    gross_minor: 5938,
    taxes: [{ name: "VAT", rate_ppm: 190_000, base_minor: 4990, amount_minor: 948 }],
    lines: [
      {
        net_minor: 4990,
        tax_minor: 948,
        gross_minor: 5938,
        taxes: [{ name: "VAT", rate_ppm: 190_000, base_minor: 4990, amount_minor: 948 }],
      },
    ],
  });
});

test("C10 the tax is rounded once over the lines of a rate, and the lines sum to it", () => {
  const taxed = taxOf([line(10), line(10), line(10)], { inclusive: false, rates: [rate("membership", "VAT", 50_000)] });
  expect(taxed.tax_minor).toBe(2);
  expect(taxed.lines.map(({ tax_minor }) => tax_minor)).toEqual([0, 1, 1]);
});

test("L11 each class of a mixed cart has its own rate, and classes with the same rate share a base", () => {
  const rates = [
    rate("membership", "VAT", 190_000),
    rate("retail", "VAT", 190_000),
    rate("food", "VAT", 70_000),
    rate("late_fee", "Exempt", 0),
  ];
  const cart = [line(4990), line(1, "retail"), line(350, "food"), line(500, "late_fee")];
  const taxed = taxOf(cart, { inclusive: false, rates });
  expect(taxed.taxes).toEqual([
    { name: "VAT", rate_ppm: 190_000, base_minor: 4991, amount_minor: 948 },
    { name: "VAT", rate_ppm: 70_000, base_minor: 350, amount_minor: 25 },
    { name: "Exempt", rate_ppm: 0, base_minor: 500, amount_minor: 0 },
  ]);
  expect(totals(taxed)).toEqual([5841, 973, 6814]);
});

test("L9 the day of supply decides the rate, with both days of a rate included", () => {
  const rates = [
    rate("membership", "GST", 180_000, { to_on: "2025-09-21" }),
    rate("membership", "GST", 50_000, { from_on: "2025-09-22" }),
  ];
  const on = (day: string) => ratesOn(rates, "membership", day).map(({ rate_ppm }) => rate_ppm);
  expect(on("2025-09-21")).toEqual([180_000]);
  expect(on("2025-09-22")).toEqual([50_000]);
  const lines = [line(1000, "membership", "2025-09-21"), line(1000, "membership", "2025-09-22")];
  expect(taxOf(lines, { inclusive: false, rates }).lines.map(({ tax_minor }) => tax_minor)).toEqual([180, 50]);
});

test("L9 a line without a rate is refused, and so is one with the same tax twice", () => {
  const rates = [rate("membership", "VAT", 200_000), rate("membership", "VAT", 100_000)];
  expect(() => taxOf([line(100, "retail")], { inclusive: false, rates })).toThrow(
    "No tax rate of retail applies on 2026-04-01",
  );
  expect(() => taxOf([line(100, "membership", "2017-06-30")], { inclusive: false, rates })).toThrow("No tax rate");
  expect(() => taxOf([line(100)], { inclusive: false, rates })).toThrow(
    "Two tax rates of membership with the same name",
  );
  expect(() => taxOf([line(0.5)], { inclusive: false, rates })).toThrow("not a whole amount");
});

test.each([
  [rate("m", "VAT", 1_000_001), "The rate VAT of m must be between 0 and 100 %, with at most four decimals."],
  [
    rate("m", "VAT", 0.5, { kind: "vat" }),
    "The rate VAT of m must be between 0 and 100 %, with at most four decimals.",
  ],
  [rate("m", "Exempt", 1, { kind: "none" }), "Exempt of m is an exemption, so its rate must be 0 %."],
  [rate("m", "VAT", 1, { to_on: "2017-06-30" }), "The rate VAT of m ends before it begins."],
])("L9 a wrong rate is named", (wrong, sentence) => {
  expect(rateProblem([wrong])).toBe(sentence);
});

test("L9 rates of a tax that overlap by a day are named; consecutive rates and other taxes are not", () => {
  const old = rate("m", "GST", 180_000, { to_on: "2025-09-21" });
  expect(rateProblem([old, rate("m", "GST", 50_000, { from_on: "2025-09-22" }), rate("m", "Cess", 10_000)])).toBeNull();
  const sentence =
    "Two rates GST of m apply on the same day. End the earlier one on the day before the later one begins.";
  const early = rate("m", "GST", 50_000, { from_on: "2025-09-21" });
  expect(rateProblem([old, early])).toBe(sentence);
  expect(rateProblem([early, old])).toBe(sentence);
});

const RUNS = { numRuns: 10_000 };
/** Cents, yen and fils: from single units to a hundred million. */
const amount = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -100_000_000, max: 100_000_000 }));
const ppm = fc.oneof(
  fc.constantFrom(0, 50_000, 88_750, 99_750, 180_000, 190_000, 200_000),
  fc.integer({ min: 0, max: 1_000_000 }),
);
const rateTable = fc
  .record({ a: ppm, b: ppm, c: ppm, city: ppm })
  .map(({ a, b, c, city }) => [
    rate("a", "State", a, { kind: "vat" }),
    rate("a", "City", city, { kind: "vat" }),
    rate("a", "Metro", c, { kind: "vat" }),
    rate("b", "VAT", b, { kind: "vat" }),
    rate("c", "VAT", b, { kind: "vat" }),
  ]);
const cart = fc.array(
  fc.record({ amount_minor: amount, tax_class: fc.constantFrom("a", "b", "c"), supply_on: fc.constant(DAY) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

test("K15 net + tax = gross and lines = document, by line, tax and total", () => {
  fc.assert(
    fc.property(cart, rateTable, fc.boolean(), (lines, rates, inclusive) => {
      const taxed = taxOf(lines, { inclusive, rates });
      for (const part of [taxed, ...taxed.lines]) {
        if (part.net_minor + part.tax_minor !== part.gross_minor) return false;
        if (sum(part.taxes.map(({ amount_minor }) => amount_minor)) !== part.tax_minor) return false;
      }
      for (const [index, { amount_minor }] of lines.entries())
        if (taxed.lines[index]?.[inclusive ? "gross_minor" : "net_minor"] !== amount_minor) return false;
      const all = taxed.lines.flatMap(({ taxes }) => taxes);
      return (
        sum(taxed.lines.map(({ tax_minor }) => tax_minor)) === taxed.tax_minor &&
        taxed.taxes.every(({ name, rate_ppm, base_minor, amount_minor }) => {
          const same = all.filter((tax) => tax.name === name && tax.rate_ppm === rate_ppm);
          return (
            sum(same.map((tax) => tax.base_minor)) === base_minor &&
            sum(same.map((tax) => tax.amount_minor)) === amount_minor
          );
        })
      );
    }),
    RUNS,
  );
});

test("C10 the tax of a document is half a unit off its exact value at most per base, that of a line less than one", () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), ppm, (amounts, rate_ppm) => {
      const rates = [rate("membership", "VAT", rate_ppm, { kind: "vat" })];
      const taxed = taxOf(
        amounts.map((minor) => line(minor)),
        { inclusive: false, rates },
      );
      const off = (net: number, tax: number) => Math.abs(net * rate_ppm - tax * 1_000_000);
      return (
        off(taxed.net_minor, taxed.tax_minor) <= 500_000 &&
        taxed.lines.every(({ net_minor, tax_minor }) => off(net_minor, tax_minor) < 1_000_000)
      );
    }),
    RUNS,
  );
});

test("L10 the gross prices that net prices give have the same document: net, gross and each tax", () => {
  fc.assert(
    fc.property(cart, rateTable, (lines, rates) => {
      const { lines: net_lines, ...net_document } = taxOf(lines, { inclusive: false, rates });
      const gross_prices = lines.map((one, index) => ({ ...one, amount_minor: net_lines[index]?.gross_minor ?? 0 }));
      const { lines: _, ...gross_document } = taxOf(gross_prices, { inclusive: true, rates });
      return JSON.stringify(gross_document) === JSON.stringify(net_document);
    }),
    RUNS,
  );
});

test("L10 a gross price has the same totals as its net price, if any net price gives it", () => {
  fc.assert(
    fc.property(amount, ppm, (gross, rate_ppm) => {
      const rates = [rate("membership", "VAT", rate_ppm, { kind: "vat" })];
      const { net_minor } = taxOf([line(gross)], { inclusive: true, rates });
      const grossOf = (net: number) => taxOf([line(net)], { inclusive: false, rates }).gross_minor;
      return grossOf(net_minor) === gross || (grossOf(net_minor - 1) !== gross && grossOf(net_minor + 1) !== gross);
    }),
    RUNS,
  );
});

test("L10 at 18 %, no net price gives 0.03", () => {
  const rates = [rate("membership", "GST", 180_000)];
  const gross = [1, 2, 3, 4].map((net) => taxOf([line(net)], { inclusive: false, rates }).gross_minor);
  expect(gross).toEqual([1, 2, 4, 5]);
});

test("C10 a credit of all lines undoes the charge in each line and each tax", () => {
  fc.assert(
    fc.property(cart, rateTable, fc.boolean(), (lines, rates, inclusive) => {
      const charge = taxOf(lines, { inclusive, rates });
      const credit = taxOf(
        lines.map((one) => ({ ...one, amount_minor: 0 - one.amount_minor })),
        { inclusive, rates },
      );
      const left = (a: TaxedDocument["taxes"], b: TaxedDocument["taxes"]) =>
        a.some((tax, index) => tax.amount_minor + (b[index]?.amount_minor ?? Number.NaN) !== 0);
      return (
        charge.gross_minor + credit.gross_minor === 0 &&
        charge.net_minor + credit.net_minor === 0 &&
        !left(charge.taxes, credit.taxes) &&
        charge.lines.every((one, index) => !left(one.taxes, credit.lines[index]?.taxes ?? []))
      );
    }),
    RUNS,
  );
});

test("C9 amounts beyond exact numbers are refused", () => {
  const rates = [rate("membership", "VAT", 200_000)];
  expect(() => taxOf([line(Number.MAX_SAFE_INTEGER)], { inclusive: false, rates })).toThrow(RangeError);
  expect(totals(taxOf([line(Number.MAX_SAFE_INTEGER)], { inclusive: true, rates }))).toEqual([
    7505999378950826, 1501199875790165, 9007199254740991,
  ]);
});
