import { expect, test } from "vitest";
import { cleanTaxId } from "@/lib/values/tax/clean-tax-id";
import { gstinProblem, isGstin } from "@/lib/values/tax/gstin";
import { einProblem, taxIdProblem, vatIdProblem } from "@/lib/values/tax/tax-id";

test.each([["27AAPFU0939F1ZV"], ["07AAPFU0939F1ZX"], [" 27 aapfu0939f1zv "]])("L12 %s is a GSTIN", (text) => {
  expect(isGstin(text)).toBe(true);
});

test.each([
  ["27AAPFU0939F1Z", "A GSTIN has 15 characters. This one has 14."],
  ["", "A GSTIN has 15 characters. This one has 0."],
  [
    "27AAPFU0939F0ZV",
    "A GSTIN has two digits, then the PAN (five letters, four digits, a letter), then three characters, as 27AAPFU0939F1ZV.",
  ],
  ["72AAPFU0939F1ZV", "A GSTIN begins with the code of a state. 72 is none."],
  [
    "27AAPFU0939F1ZW",
    "The last character of this GSTIN does not fit the others. Compare it with the certificate of registration.",
  ],
])("L12 %s is no GSTIN, and a sentence says why", (text, sentence) => {
  expect(gstinProblem(text)).toBe(sentence);
  expect(isGstin(text)).toBe(false);
});

test("L12 each mistyped character and each swap of two neighbours is found", () => {
  const gstin = "27AAPFU0939F1ZV";
  for (const [index, character] of [...gstin].entries()) {
    for (const other of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
      if (other !== character) expect(isGstin(gstin.slice(0, index) + other + gstin.slice(index + 1))).toBe(false);
    const next = gstin[index + 1];
    if (next && next !== character)
      expect(isGstin(gstin.slice(0, index) + next + character + gstin.slice(index + 2))).toBe(false);
  }
});

test.each([
  ["AT", "ATU12345678"],
  ["BE", "BE0123.456.789"],
  ["BG", "BG123456789"],
  ["BG", "BG1234567890"],
  ["CH", "CHE-123.456.789 MWST"],
  ["CH", "CHE-123.456.789"],
  ["CY", "CY12345678L"],
  ["CZ", "CZ12345678"],
  ["DE", "DE 123 456 789"],
  ["DE", "123456789"],
  ["DK", "DK12345678"],
  ["EE", "EE123456789"],
  ["ES", "ESX1234567X"],
  ["ES", "B12345678"],
  ["ES", "12345678Z"],
  ["FI", "FI12345678"],
  ["FR", "FR12345678901"],
  ["FR", "FRXX123456789"],
  ["GB", "GB123456789"],
  ["GB", "GB123456789001"],
  ["GB", "GBGD123"],
  ["GB", "GBHA567"],
  ["GR", "EL123456789"],
  ["HR", "HR12345678901"],
  ["HU", "HU12345678"],
  ["IE", "IE1234567T"],
  ["IE", "IE1234567FA"],
  ["IE", "IE1S12345L"],
  ["IT", "IT12345678901"],
  ["LT", "LT123456789"],
  ["LT", "LT123456789012"],
  ["LU", "LU12345678"],
  ["LV", "LV12345678901"],
  ["MT", "MT12345678"],
  ["NL", "NL123456789B01"],
  ["NO", "NO123456789MVA"],
  ["NO", "123 456 789"],
  ["PL", "PL1234567890"],
  ["PT", "PT123456789"],
  ["RO", "RO12"],
  ["RO", "RO1234567890"],
  ["SE", "SE123456789001"],
  ["SI", "SI12345678"],
  ["SK", "SK1234567890"],
  ["XI", "XI123456789"],
])("L12 in %s, %s has the format of a VAT number", (country, text) => {
  expect(vatIdProblem(country, text)).toBeNull();
});

test.each([
  ["DE", "DE12345678", "A VAT number of Germany is DE and 9 digits."],
  ["DE", "FR12345678901", "A VAT number of Germany begins with DE. This one begins with FR."],
  ["GR", "GR123456789", "A VAT number of Greece is EL and 9 digits."],
  ["ES", "ES123456789", "A VAT number of Spain is ES and 9 characters, of which the first or the last is a letter."],
  ["FR", "FRIO123456789", "A VAT number of France is FR and 2 characters (a key) and 9 digits."],
  ["BE", "BE2123456789", "A VAT number of Belgium is BE and 10 digits, of which the first is 0 or 1."],
  ["GB", "GBGD500", "A VAT number of the United Kingdom is GB and 9 digits (12 for a branch)."],
  ["NL", "NL123456789001", "A VAT number of the Netherlands is NL and 9 digits, B and 2 digits."],
  ["CH", "CHE12345678", "A VAT number of Switzerland is CHE and 9 digits and MWST, TVA or IVA."],
  ["AT", "", "A VAT number of Austria is AT and U and 8 digits."],
])("L12 in %s, %s is refused with a sentence", (country, text, sentence) => {
  expect(vatIdProblem(country, text)).toBe(sentence);
});

test.each([
  ["12-3456789", null],
  ["123456789", null],
  ["00-3456789", "An EIN has nine digits, as 12-3456789, and does not begin with 00."],
  ["12-345678", "An EIN has nine digits, as 12-3456789, and does not begin with 00."],
])("L12 the EIN %s", (text, expected) => {
  expect(einProblem(text)).toBe(expected);
});

test("L12 the country decides the format, and unknown countries are not checked", () => {
  expect(taxIdProblem("IN", "27AAPFU0939F1ZV")).toBeNull();
  expect(taxIdProblem("IN", "12-3456789")).toContain("GSTIN");
  expect(taxIdProblem("US", "12-3456789")).toBeNull();
  expect(taxIdProblem("US", "x")).toContain("EIN");
  expect(taxIdProblem("DE", "x")).toContain("Germany");
  expect(taxIdProblem("BR", "anything")).toBeNull();
  expect(vatIdProblem("constructor", "anything")).toBeNull();
});

test("L12 a tax id is stored without separators, in capitals and with digits of any script read", () => {
  expect(cleanTaxId("\u200bche-123.456 789\u00a0mwst")).toBe("CHE123456789MWST");
  expect(cleanTaxId("DE\u2011१२३456789")).toBe("DE123456789");
});
