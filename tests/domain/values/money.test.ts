import fc from "fast-check";
import { expect, test } from "vitest";
import { currencyExponent } from "@/lib/values/currency";
import { allocate, formatMoney, parseMajor, roundHalfUp, toMajorText } from "@/lib/values/money";
import { currencyCode } from "@/lib/values/schemas/currency";
import { minorUnits } from "@/lib/values/schemas/money";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

test.each([
  ["JPY", 0],
  ["UGX", 0],
  ["XPF", 0],
  ["USD", 2],
  ["INR", 2],
  ["EUR", 2],
  ["KWD", 3],
  ["TND", 3],
])("C10 %s counts %i decimals", (code, exponent) => {
  expect(currencyExponent(code)).toBe(exponent);
});

test("C9 an amount is a whole number of minor units that stays exact", () => {
  expect(minorUnits.safeParse(129_00).success).toBe(true);
  expect(minorUnits.safeParse(-5).success).toBe(true);
  expect(minorUnits.safeParse(12.5).success).toBe(false);
  expect(minorUnits.safeParse(2 ** 53).success).toBe(false);
  expect(minorUnits.safeParse("12").success).toBe(false);
});

test("a currency is an ISO 4217 code", () => {
  expect(currencyCode.safeParse("INR").success).toBe(true);
  expect(currencyCode.safeParse("inr").success).toBe(false);
  expect(currencyCode.safeParse("XAU").success).toBe(false);
  expect(currencyCode.safeParse("ZZZ").error?.issues[0]?.message).toBe(
    "Choose a currency by its ISO 4217 code, as USD or INR",
  );
});

test.each([
  [5n, 2n, 3n],
  [4n, 3n, 1n],
  [-5n, 2n, -3n],
  [5n, -2n, -3n],
  [-4n, 3n, -1n],
  [0n, 7n, 0n],
  [1n, 2n, 1n],
  [49n, 100n, 0n],
])("C10 the final line is rounded half-up: %s/%s is %s", (numerator, denominator, expected) => {
  expect(roundHalfUp({ numerator, denominator })).toBe(expected);
});

test("C10 nothing is divided by zero days", () => {
  expect(() => roundHalfUp({ numerator: 1n, denominator: 0n })).toThrow("cannot be divided by zero");
});

test("C10 a credit undoes its charge to the unit", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (numerator, denominator) => {
      expect(roundHalfUp({ numerator: -numerator, denominator })).toBe(-roundHalfUp({ numerator, denominator }));
    }),
  );
});

test("C11 the remainder of equal parts goes to the last", () => {
  expect(allocate(100_00, [1, 1, 1])).toEqual([3333, 3333, 3334]);
  expect(allocate(1000, [1, 1, 1])).toEqual([333, 333, 334]);
  expect(allocate(-100_00, [1, 1, 1])).toEqual([-3333, -3333, -3334]);
});

test("L8 two halves of an odd tax add up to the tax", () => {
  expect(allocate(1801, [50, 50])).toEqual([900, 901]);
});

test("C11 a part without weight gets nothing", () => {
  expect(allocate(5, [0, 3, 0, 2])).toEqual([0, 3, 0, 2]);
  expect(allocate(0, [1, 2])).toEqual([0, 0]);
});

test("C11 parts sum to the whole and none is a unit off its exact share", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.maxSafeInteger(), weights, (total, parts) => {
      fc.pre(parts.some((weight) => weight > 0));
      const sum = parts.reduce((all, weight) => all + BigInt(weight), 0n);
      const shares = allocate(total, parts);
      expect(shares.reduce((all, share) => all + BigInt(share), 0n)).toBe(BigInt(total));
      for (const [index, share] of shares.entries()) {
        const off = BigInt(share) * sum - BigInt(total) * BigInt(parts[index] ?? 0);
        expect(off < 0n ? -off : off).toBeLessThan(sum);
      }
    }),
  );
});

test.each([
  [10.5, [1]],
  [10, [0, 0]],
  [10, [-1, 2]],
  [10, [0.5]],
  [10, []],
])("C9 a split of %s by %j is refused", (total, weights) => {
  expect(() => allocate(total, weights)).toThrow(RangeError);
});

test.each([
  ["1,234.50", "USD", 123450],
  ["1.234,50", "EUR", 123450],
  ["1 234,50 €", "EUR", 123450],
  ["1'234.50", "CHF", 123450],
  ["₹1,48,000.00", "INR", 14800000],
  ["₹ 1,48,000", "INR", 14800000],
  ["Rs. 1500", "INR", 150000],
  ["USD 89", "USD", 8900],
  ["89 USD", "USD", 8900],
  ["100kr", "SEK", 10000],
  ["R$ 50,00", "BRL", 5000],
  ["$1,234", "USD", 123400],
  ["1.234", "EUR", 123400],
  ["12.5", "USD", 1250],
  [".5", "USD", 50],
  ["0", "USD", 0],
  ["-0", "USD", 0],
  ["-5.00", "USD", -500],
  ["−5.00", "USD", -500],
  ["(12.00)", "USD", -1200],
  ["12-", "EUR", -1200],
  ["1.500", "KWD", 1500],
  ["1,500", "KWD", 1500000],
  ["1500", "JPY", 1500],
  ["1,500", "JPY", 1500],
  ["12,345,678.90", "USD", 1234567890],
  ["٥٠", "AED", 5000],
  ["१,४८,०००", "INR", 14800000],
] as const)("C9 %s in %s is read as %i minor units", (text, currency, minor) => {
  expect(parseMajor(text, currency)).toBe(minor);
});

test.each([
  ["", "USD"],
  ["free", "USD"],
  ["12.345,678.9", "USD"],
  ["12.50/month", "USD"],
  ["1.2345", "USD"],
  ["10.5", "JPY"],
  ["1,23,4", "USD"],
  ["1e5", "USD"],
  ["--5", "USD"],
  ["99999999999999999", "USD"],
] as const)("C9 %s in %s is no amount", (text, currency) => {
  expect(parseMajor(text, currency)).toBeNull();
});

test("C9 a form that knows its decimal mark never takes a slip for thousands", () => {
  expect(parseMajor("12.345", "USD", { decimal: "." })).toBeNull();
  expect(parseMajor("12,345", "USD", { decimal: "." })).toBe(1234500);
  expect(parseMajor("12,34", "EUR", { decimal: "," })).toBe(1234);
});

test("C9 what is written out is read back to the unit", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom("USD", "JPY", "KWD", "INR"), (minor, currency) => {
      expect(parseMajor(toMajorText(minor, currency), currency, { decimal: "." })).toBe(minor || 0);
    }),
  );
});

test.each([
  [1129_40_00, "USD", "en-US", "$112,940.00"],
  [14_82_350_00, "INR", "en-IN", "₹14,82,350.00"],
  [112_940_00, "EUR", "de-DE", "112.940,00 €"],
  [5, "USD", "en-US", "$0.05"],
  [1500, "JPY", "en-US", "¥1,500"],
  [1500, "KWD", "en-US", "KWD 1.500"],
  [9007199254740991, "USD", "en-US", "$90,071,992,547,409.91"],
])("%i %s is shown to %s as %s", (minor, currency, locale, expected) => {
  expect(plain(formatMoney(minor, currency, locale))).toBe(expected);
});

test("a debt is shown with a true minus sign", () => {
  expect(formatMoney(-954, "USD", "en-US")).toBe("\u2212$9.54");
  expect(plain(formatMoney(-954, "EUR", "de-DE"))).toBe("\u22129,54 €");
});

test("nothing is written without a sign, and less than one unit with its zero", () => {
  expect(formatMoney(0, "USD", "en-US")).toBe("$0.00");
  expect(toMajorText(0, "USD")).toBe("0.00");
  expect(toMajorText(-5, "KWD")).toBe("-0.005");
  expect(toMajorText(7, "JPY")).toBe("7");
});

test("totals drop their minor units from 10,000 up, and only when asked", () => {
  expect(formatMoney(112_940_49, "USD", "en-US", { compact: true })).toBe("$112,940");
  expect(formatMoney(10_000_00, "USD", "en-US", { compact: true })).toBe("$10,000");
  expect(formatMoney(9_999_99, "USD", "en-US", { compact: true })).toBe("$9,999.99");
  expect(formatMoney(10_000_50, "USD", "en-US", { compact: true })).toBe("$10,001");
  expect(formatMoney(112_940_49, "USD", "en-US")).toBe("$112,940.49");
});
