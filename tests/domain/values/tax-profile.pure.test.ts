import { expect, test } from "vitest";
import { defaultTaxProfile } from "@/lib/values/tax/default-tax-profile";
import { confirmedRate } from "@/lib/values/tax/suggested-rates";
import { rateProblem, ratesOn } from "@/lib/values/tax/tax-rate";
import { vatFormats } from "@/lib/values/tax/vat-formats";

test.each([
  ["GB", "VAT", 200_000],
  ["DE", "USt.", 190_000],
  ["FR", "TVA", 200_000],
  ["ES", "IVA", 210_000],
])("L9 the suggestion for %s is %s at one rate, in inclusive prices", (country, tax_name, rate_ppm) => {
  const profile = defaultTaxProfile(country);
  expect(profile).toMatchObject({ tax_name, kind: "vat", prices_inclusive: true, tax_id_name: "VAT number" });
  expect(profile?.suggested_rates.map((rate) => [rate.name, rate.rate_ppm, rate.to_on])).toEqual([
    [tax_name, rate_ppm, null],
  ]);
});

test("L9 the suggestion for India changes on 22 September 2025", () => {
  const profile = defaultTaxProfile("IN");
  expect(profile).toMatchObject({ tax_name: "GST", kind: "gst", tax_id_name: "GSTIN", financial_year_start_month: 4 });
  const rates = (profile?.suggested_rates ?? []).map((rate) => confirmedRate(rate, "membership"));
  expect(rateProblem(rates)).toBeNull();
  expect(ratesOn(rates, "membership", "2025-09-21").map(({ rate_ppm }) => rate_ppm)).toEqual([180_000]);
  expect(ratesOn(rates, "membership", "2025-09-22").map(({ rate_ppm }) => rate_ppm)).toEqual([50_000]);
});

test.each(["IE", "US", "IT", "CH"])("L9 for %s the owner enters the rate", (country) => {
  expect(defaultTaxProfile(country)?.suggested_rates).toEqual([]);
});

test("L10 prices exclude the tax in the United States only by custom of the country, and a note says who sets it", () => {
  expect(defaultTaxProfile("US")).toMatchObject({ kind: "sales_tax", prices_inclusive: false, tax_id_name: "EIN" });
  expect(defaultTaxProfile("US")?.note).toContain("Each state decides");
  expect(defaultTaxProfile("IE")?.note).toContain("9 %");
});

test("each country with a VAT number has a profile, and an unknown country has none", () => {
  const without = Object.keys(vatFormats).filter((country) => !defaultTaxProfile(country));
  expect(without).toEqual(["XI"]);
  expect(defaultTaxProfile("BR")).toBeNull();
  expect(defaultTaxProfile("constructor")).toBeNull();
});

test("L9 a confirmed rate is a rate of its class without the day of its source", () => {
  const [rate] = defaultTaxProfile("GB")?.suggested_rates ?? [];
  expect(rate && confirmedRate(rate, "retail")).toEqual({
    tax_class: "retail",
    name: "VAT",
    kind: "vat",
    rate_ppm: 200_000,
    from_on: "2011-01-04",
    to_on: null,
  });
});
