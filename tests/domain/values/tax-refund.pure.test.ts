import fc from "fast-check";
import { expect, test } from "vitest";
import { type RefundableLine, splitRefund } from "@/lib/values/tax/split-refund";
import { taxOf } from "@/lib/values/tax/tax-of";
import type { TaxedLine } from "@/lib/values/tax/taxed-line";

const tax = (name: string, rate_ppm: number, amount_minor: number) => ({ name, rate_ppm, amount_minor });
const gst: RefundableLine = { net_minor: 999_00, taxes: [tax("CGST", 90_000, 8991), tax("SGST", 90_000, 8991)] };

test("K15 a partial refund has the proportion of its document", () => {
  expect(splitRefund(588_82 / 2, [gst])).toMatchObject({
    net_minor: 249_50,
    tax_minor: 44_91,
    gross_minor: 294_41,
    taxes: [
      { name: "CGST", base_minor: 249_50, amount_minor: 22_45 },
      { name: "SGST", base_minor: 249_50, amount_minor: 22_46 },
    ],
  });
});

test("K15 three refunds of a third give exactly the document", () => {
  const line = { net_minor: 100, taxes: [tax("VAT", 200_000, 20)] };
  const steps = [0, 40, 80].map((already) => splitRefund(40, [line], already));
  expect(steps.map(({ net_minor, tax_minor }) => [net_minor, tax_minor])).toEqual([
    [33, 7],
    [34, 6],
    [33, 7],
  ]);
});

test("K15 a document with two rates is refunded at both, line by line", () => {
  const lines = [
    { net_minor: 5000, taxes: [tax("VAT", 190_000, 950)] },
    { net_minor: 1000, taxes: [tax("VAT", 70_000, 70)] },
    { net_minor: 1000, taxes: [tax("VAT", 190_000, 190)] },
  ];
  const refund = splitRefund(4105, lines);
  expect(refund.lines.map(({ net_minor, tax_minor }) => [net_minor, tax_minor])).toEqual([
    [2500, 475],
    [500, 35],
    [500, 95],
  ]);
  expect(refund.taxes).toEqual([
    { name: "VAT", rate_ppm: 190_000, base_minor: 3000, amount_minor: 570 },
    { name: "VAT", rate_ppm: 70_000, base_minor: 500, amount_minor: 35 },
  ]);
});

test("L9 a refund keeps the old rate of its document", () => {
  const old = { net_minor: 1000, taxes: [tax("GST", 180_000, 180)] };
  expect(splitRefund(590, [old]).taxes).toEqual([
    { name: "GST", rate_ppm: 180_000, base_minor: 500, amount_minor: 90 },
  ]);
});

test("K15 a credit note is taken back with its own sign", () => {
  expect(splitRefund(-60, [{ net_minor: -100, taxes: [tax("VAT", 200_000, -20)] }])).toMatchObject({
    net_minor: -50,
    tax_minor: -10,
    gross_minor: -60,
  });
});

test.each([
  ["more than the document", 121, 0],
  ["more than is left", 21, 100],
  ["against the sign of the document", -1, 50],
  ["after a negative sum of refunds", 1, -1],
])("K15 %s is refused", (_case, refund, already) => {
  const line = { net_minor: 100, taxes: [tax("VAT", 200_000, 20)] };
  expect(() => splitRefund(refund, [line], already)).toThrow("cannot be refunded");
});

test("K15 a document that sums to 0 has nothing to refund", () => {
  const lines = [
    { net_minor: 100, taxes: [tax("VAT", 200_000, 20)] },
    { net_minor: -120, taxes: [tax("Exempt", 0, 0)] },
  ];
  expect(splitRefund(0, lines).gross_minor).toBe(0);
  expect(() => splitRefund(1, lines)).toThrow("cannot be refunded");
});

const RUNS = { numRuns: 10_000 };
const charge = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 50_000_000 }));
const line = fc.record({
  amount_minor: charge,
  tax_class: fc.constantFrom("one", "halves", "three"),
  supply_on: fc.constant("2026-04-01"),
});
/** At most one line in the other direction, as the credit of a plan change. */
const lines = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 0, max: 90 }),
    fc.constantFrom("one", "halves"),
  )
  .map(([charges, percent, tax_class]) => {
    const first = charges[0]?.amount_minor ?? 0;
    return [...charges, { amount_minor: 0 - Math.floor((first * percent) / 100), tax_class, supply_on: "2026-04-01" }];
  });
const ppm = fc.constantFrom(0, 50_000, 88_750, 180_000, 200_000);
const rates = fc.tuple(ppm, ppm, ppm).map(([one, half, other]) =>
  [
    ["one", "VAT", one],
    ["halves", "CGST", half],
    ["halves", "SGST", half],
    ["three", "State", one],
    ["three", "County", half],
    ["three", "City", other],
  ].map(([tax_class, name, rate_ppm]) => ({
    tax_class: `${tax_class}`,
    name: `${name}`,
    kind: "vat" as const,
    rate_ppm: Number(rate_ppm),
    from_on: "2020-01-01",
    to_on: null,
  })),
);
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });

const add = (total: TaxedLine, part: TaxedLine): TaxedLine => ({
  net_minor: total.net_minor + part.net_minor,
  tax_minor: total.tax_minor + part.tax_minor,
  gross_minor: total.gross_minor + part.gross_minor,
  taxes: part.taxes.map((one, index) => ({
    ...one,
    base_minor: one.base_minor + (total.taxes[index]?.base_minor ?? 0),
    amount_minor: one.amount_minor + (total.taxes[index]?.amount_minor ?? 0),
  })),
});
const nothing: TaxedLine = { net_minor: 0, tax_minor: 0, gross_minor: 0, taxes: [] };

test("K15 refunds in random parts give exactly the document, and net + tax is each refund", () => {
  fc.assert(
    fc.property(lines, rates, cuts, fc.boolean(), (cart, table, fractions, is_credit) => {
      const sign = is_credit ? -1 : 1;
      const signed = cart.map((one) => ({ ...one, amount_minor: sign * one.amount_minor }));
      const { lines: taxed, ...document } = taxOf(signed, { inclusive: false, rates: table });
      const gross = document.gross_minor;
      fc.pre(sign * gross > 0);
      const stops = [...fractions.map((fraction) => Math.round(fraction * gross)), gross].sort(
        (a, b) => sign * (a - b),
      );
      let already = 0;
      let sum = nothing;
      for (const stop of stops) {
        const refund = splitRefund(stop - already, taxed, already);
        if (refund.gross_minor !== stop - already || refund.net_minor + refund.tax_minor !== refund.gross_minor)
          return false;
        for (const { tax_minor, taxes } of refund.lines)
          if (taxes.reduce((all, { amount_minor }) => all + amount_minor, 0) !== tax_minor) return false;
        sum = add(sum, refund);
        already = stop;
      }
      return JSON.stringify(sum) === JSON.stringify(document);
    }),
    RUNS,
  );
});

test("K15 no line of a refund has a tax or net amount in the wrong direction", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), rates, cuts, (cart, table, fractions) => {
      const { lines: taxed, gross_minor } = taxOf(cart, { inclusive: false, rates: table });
      const stops = [...fractions.map((fraction) => Math.round(fraction * gross_minor)), gross_minor].sort(
        (a, b) => a - b,
      );
      return stops.every((stop, index) => {
        const already = stops[index - 1] ?? 0;
        const refund = splitRefund(stop - already, taxed, already);
        return refund.lines.every(
          ({ net_minor, taxes }) => net_minor >= 0 && taxes.every(({ amount_minor }) => amount_minor >= 0),
        );
      });
    }),
    RUNS,
  );
});

test("K15 the first refund of one line is half a unit off the exact tax at most", () => {
  fc.assert(
    fc.property(charge, ppm, fc.double({ min: 0, max: 1, noNaN: true }), (net_minor, rate_ppm, fraction) => {
      const whole_tax = Math.round((net_minor * rate_ppm) / 1_000_000);
      const gross = net_minor + whole_tax;
      const refund_minor = Math.floor(fraction * gross);
      const { tax_minor } = splitRefund(refund_minor, [{ net_minor, taxes: [tax("VAT", rate_ppm, whole_tax)] }]);
      const off = BigInt(tax_minor) * BigInt(gross) - BigInt(refund_minor) * BigInt(whole_tax);
      return 2n * (off < 0n ? -off : off) <= BigInt(gross);
    }),
    RUNS,
  );
});

test("K15 the refund of a whole document is each of its lines", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), rates, fc.boolean(), (cart, table, inclusive) => {
      const document = taxOf(cart, { inclusive, rates: table });
      return JSON.stringify(splitRefund(document.gross_minor, document.lines)) === JSON.stringify(document);
    }),
    RUNS,
  );
});
