import { expect, test } from "vitest";
import { isKnownNumber } from "@/lib/domain/members/phone-plan";
import { cleanPhone, phoneNumber } from "@/lib/values/phone";
import { needsPublicData, publicJson } from "@/tests/support/environment/public-data";

const { skip, note } = needsPublicData("torture/phones/phone_examples.json");
type Example = { e164: string; international: string; national: string; rfc3966: string; country_code: number };
const examples: Example[] = skip ? [] : publicJson("torture/phones/phone_examples.json");

const e164 = (text: string, hints = {}): string | null => {
  const cleaned = cleanPhone(text, hints);
  return cleaned.ok ? cleaned.e164 : null;
};

test.each(["+1234567890", "+447911123456", "+2902158", "+919876543210"])("%s has the shape of a number", (text) => {
  expect(phoneNumber.parse(text)).toBe(text);
});

test.each(["1234567890", "+0123456789", "+123", "+1234567890123456", "+1 415 555 0132", "", "none"])(
  "%s is refused with the way to write it",
  (text) => {
    expect(phoneNumber.safeParse(text).error?.issues[0]?.message).toBe(
      "Write the number with its country prefix, as +14155550132",
    );
  },
);

test.each([
  ["+44 7911 123456", "+447911123456"],
  ["+44 (0)20 7946 0958", "+442079460958"],
  ["+1 (415) 555-0132", "+14155550132"],
  ["+1.415.555.0132", "+14155550132"],
  ["+49 30/901820", "+4930901820"],
  ["0044 7911 123456", "+447911123456"],
  ["tel:+1-415-555-0132", "+14155550132"],
  ["Mobile: +91 98765‑43210", "+919876543210"],
  ["\u202a+44 7911 123456\u202c", "+447911123456"],
  ["+٤٤ ٧٩١١ ١٢٣٤٥٦", "+447911123456"],
  ["＋９１９８７６５４３２１０", "+919876543210"],
])("X6 %s is read without asking for a country", (text, expected) => {
  expect(e164(text)).toBe(expected);
});

test.each([
  ["07911 123456", "44", "+447911123456", ["prefix_added"]],
  ["7911123456", "44", "+447911123456", ["prefix_added"]],
  ["447911123456", "44", "+447911123456", ["plus_restored"]],
  ["447911123456.0", "44", "+447911123456", ["plus_restored"]],
  ["(415) 555-0132", "1", "+14155550132", ["prefix_added"]],
  ["14155550132", "1", "+14155550132", ["plus_restored"]],
  ["011 44 7911 123456", "1", "+447911123456", []],
  ["98765 43210", "91", "+919876543210", ["prefix_added"]],
  ["919876543210", "91", "+919876543210", ["plus_restored"]],
  ["9198765432", "91", "+919198765432", ["prefix_added"]],
  ["06 698 12345", "39", "+390669812345", ["prefix_added"]],
  ["415-555-0132 x12", "1", "+14155550132", ["prefix_added", "extension_dropped"]],
])("X6 %s in a gym of +%s is read as %s", (text, calling_code, expected, flags) => {
  expect(cleanPhone(text, { calling_code })).toEqual({ ok: true, e164: expected, flags });
});

test("X6 a numbering plan settles whether the prefix was written without its plus", () => {
  expect(e164("6581234567", { calling_code: "65" })).toBe("+656581234567");
  expect(e164("6581234567", { calling_code: "65", isKnown: isKnownNumber })).toBe("+6581234567");
});

test.each(["4.47E+11", "4,47E+11", "9.19877E+11", "+4.47e11"])("X6 %s was rounded by a spreadsheet", (text) => {
  expect(cleanPhone(text, { calling_code: "44" })).toMatchObject({
    ok: false,
    code: "mangled_by_spreadsheet",
    message: "A spreadsheet has rounded this number. Format the column as text and export it again",
  });
});

test.each(["07911 123456", "447911123456", "12345", "123456789012345"])(
  "X6 %s without a country asks for the prefix",
  (text) => {
    expect(cleanPhone(text)).toMatchObject({
      ok: false,
      code: "prefix_missing",
      message: "Add the country prefix, as +44 or +91, or choose a default country",
    });
  },
);

test.each(["", "n/a", "ask Bob", "12", "+1", "john@example.com", "+12345678901234567", "01/02/1990 (dob)"])(
  "X6 %s is no phone number",
  (text) => {
    expect(cleanPhone(text, { calling_code: "44" })).toMatchObject({ ok: false, code: "not_a_phone_number" });
  },
);

test("a number outside of every numbering plan is recognised as invalid", () => {
  expect(isKnownNumber("+14155552671")).toBe(true);
  expect(isKnownNumber("+1234567890")).toBe(false);
  expect(isKnownNumber("garbage")).toBe(false);
});

test.skipIf(skip)(`X6 example numbers of 245 regions keep their digits however they are written ${note}`, () => {
  for (const example of examples) {
    expect(phoneNumber.safeParse(example.e164).success, example.e164).toBe(true);
    expect(e164(example.international), example.international).toBe(example.e164);
    expect(e164(example.rfc3966), example.rfc3966).toBe(example.e164);
    expect(e164(example.e164.replace("+", "00")), example.e164).toBe(example.e164);
  }
});

test.skipIf(skip)(
  `X6 nearly all national numbers are found with the country's prefix and its numbering plan ${note}`,
  () => {
    const missed = examples.filter(
      ({ national, country_code, e164: expected }) =>
        e164(national, { calling_code: String(country_code), isKnown: isKnownNumber }) !== expected,
    );
    expect(missed.length / examples.length).toBeLessThan(0.05);
    const strangers = examples.filter((example) => !isKnownNumber(example.e164));
    expect(strangers.length / examples.length).toBeLessThan(0.01);
  },
);
