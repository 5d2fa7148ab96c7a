import fc from "fast-check";
import { expect, test } from "vitest";
import { gstRates, gstSplit, placeOfSupply } from "@/lib/values/tax/gst-split";
import { gstStateName, gstStates } from "@/lib/values/tax/gst-states";
import { taxOf } from "@/lib/values/tax/tax-of";
import type { TaxRate } from "@/lib/values/tax/tax-rate";

const within = (state: string) => ({ seller_state: state, place_of_supply: state });
const between = { seller_state: "27", place_of_supply: "24" };

test("L8 within a state, of an odd tax CGST gets the smaller half and SGST the odd paisa", () => {
  expect(gstSplit({ tax_minor: 1801, rate_ppm: 180_000 }, within("27"))).toEqual([
    { name: "CGST", rate_ppm: 90_000, amount_minor: 900 },
    { name: "SGST", rate_ppm: 90_000, amount_minor: 901 },
  ]);
  expect(gstSplit({ tax_minor: -1801, rate_ppm: 50_000 }, within("27"))).toEqual([
    { name: "CGST", rate_ppm: 25_000, amount_minor: -900 },
    { name: "SGST", rate_ppm: 25_000, amount_minor: -901 },
  ]);
});

test("L8 between states the whole tax is IGST", () => {
  expect(gstSplit({ tax_minor: 1801, rate_ppm: 180_000 }, between)).toEqual([
    { name: "IGST", rate_ppm: 180_000, amount_minor: 1801 },
  ]);
});

test.each([
  ["04", "UTGST"],
  ["26", "UTGST"],
  ["31", "UTGST"],
  ["35", "UTGST"],
  ["38", "UTGST"],
  ["97", "UTGST"],
  ["01", "SGST"],
  ["07", "SGST"],
  ["34", "SGST"],
])("L8 within %s the second half is %s", (state, name) => {
  expect(gstSplit({ tax_minor: 100, rate_ppm: 180_000 }, within(state))[1]?.name).toBe(name);
});

test("L8 a code that was replaced is the same state as its successor", () => {
  const names = (seller_state: string, place_of_supply: string) =>
    gstSplit({ tax_minor: 2, rate_ppm: 50_000 }, { seller_state, place_of_supply }).map(({ name }) => name);
  expect(names("25", "26")).toEqual(["CGST", "UTGST"]);
  expect(names("37", "28")).toEqual(["CGST", "SGST"]);
  expect(names("26", "31")).toEqual(["IGST"]);
  expect(() => names("39", "27")).toThrow("39 is not a GST state code");
});

test("L8 fitness is supplied where the gym is, whatever the state of the buyer", () => {
  const states = { location_state: "27", buyer_state: "24" };
  expect(placeOfSupply("on_site", states)).toBe("27");
  expect(placeOfSupply("sent", states)).toBe("24");
  expect(placeOfSupply("sent", { ...states, buyer_state: null })).toBe("27");
});

test("L8 the codes are 01 to 38 and 97, and those that were replaced are not offered", () => {
  const codes = Array.from({ length: 100 }, (_, code) => `${code}`.padStart(2, "0")).filter((code) =>
    gstStateName(code),
  );
  expect(codes).toHaveLength(39);
  expect([codes[0], codes[37], codes[38]]).toEqual(["01", "38", "97"]);
  expect(gstStateName("27")).toBe("Maharashtra");
  expect(gstStateName("constructor")).toBeNull();
  expect(gstStates).toHaveLength(37);
  expect(gstStates[0]).toEqual({ code: "35", name: "Andaman and Nicobar Islands" });
});

const table: TaxRate[] = [
  { tax_class: "membership", name: "GST", kind: "gst", rate_ppm: 180_000, from_on: "2017-07-01", to_on: "2025-09-21" },
  { tax_class: "membership", name: "GST", kind: "gst", rate_ppm: 50_000, from_on: "2025-09-22", to_on: null },
  { tax_class: "deposit", name: "Exempt", kind: "none", rate_ppm: 0, from_on: "2017-07-01", to_on: null },
];

test("L8 an Indian document states both halves, and the odd paisa is carried from line to line", () => {
  const line = { amount_minor: 100_020, tax_class: "membership", supply_on: "2026-04-01" };
  const rates = gstRates(table, within("27"));
  const taxed = taxOf([line, line, { ...line, tax_class: "deposit" }], { inclusive: false, rates });
  expect(taxed.lines.map(({ taxes }) => taxes.map(({ amount_minor }) => amount_minor))).toEqual([
    [2500, 2501],
    [2501, 2500],
    [0],
  ]);
  expect(taxed.taxes).toEqual([
    { name: "CGST", rate_ppm: 25_000, base_minor: 200_040, amount_minor: 5001 },
    { name: "SGST", rate_ppm: 25_000, base_minor: 200_040, amount_minor: 5001 },
    { name: "Exempt", rate_ppm: 0, base_minor: 100_020, amount_minor: 0 },
  ]);
});

test("L8 the halves add up to the IGST of the same document and differ by a paisa at most", () => {
  const amount = fc.integer({ min: -10_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), fc.boolean(), (amounts, inclusive) => {
      const lines = amounts.map((amount_minor) => ({ amount_minor, tax_class: "membership", supply_on: "2025-01-01" }));
      const halves = taxOf(lines, { inclusive, rates: gstRates(table, within("27")) });
      const whole = taxOf(lines, { inclusive, rates: gstRates(table, between) });
      const [central, state] = halves.taxes.map(({ amount_minor }) => amount_minor);
      return (
        (central ?? 0) + (state ?? 0) === whole.tax_minor &&
        Math.abs((central ?? 0) - (state ?? 0)) <= 1 &&
        halves.lines.every(({ tax_minor, taxes }, index) => {
          const [one, other] = taxes.map(({ amount_minor }) => amount_minor);
          return tax_minor === whole.lines[index]?.tax_minor && Math.abs((one ?? 0) - (other ?? 0)) <= 1;
        })
      );
    }),
    { numRuns: 10_000 },
  );
});
