import { describe, expect, test } from "vitest";
import { placeholdersIn, renderTemplate, unknownPlaceholders } from "@/lib/values/message-text";
import { smsLength } from "@/lib/values/sms-segments";

describe("the text of a message", () => {
  test("names are written in double braces, with or without space around them", () => {
    const { text } = renderTemplate("Hello {{first_name}}, {{ plan_name }}!", {
      first_name: "Rahel",
      plan_name: "Unlimited",
    });
    expect(text).toBe("Hello Rahel, Unlimited!");
  });

  test("a value is never read as a text of its own", () => {
    const { text, missing } = renderTemplate("Hello {{first_name}}", {
      first_name: "{{member_code}} $& <b>",
      member_code: "TG-1",
    });
    expect([text, missing]).toEqual(["Hello {{member_code}} $& <b>", []]);
  });

  test("P8 what has no value is named once, and an empty value counts as none", () => {
    const { text, missing } = renderTemplate("{{a}} {{b}} {{b}} {{c}} {{toString}}", { a: "x", b: " ", c: null });
    expect(text).toBe("x {{b}} {{b}} {{c}} {{toString}}");
    expect(missing).toEqual(["b", "c", "toString"]);
  });

  test("an unknown name is found in any spelling", () => {
    expect(placeholdersIn("{{first_name}} {{ First Name }} {{}} {first_name}")).toEqual([
      "first_name",
      "First Name",
      "",
    ]);
    expect(unknownPlaceholders("{{first_name}} {{fistname}} {{1+1}}", ["first_name"])).toEqual(["fistname", "1+1"]);
  });
});

describe("the length of an SMS", () => {
  test.each([
    ["", "GSM-7", 1],
    ["a".repeat(160), "GSM-7", 1],
    ["a".repeat(161), "GSM-7", 2],
    ["a".repeat(306), "GSM-7", 2],
    ["a".repeat(307), "GSM-7", 3],
    ["€".repeat(80), "GSM-7", 1],
    ["€".repeat(81), "GSM-7", 2],
    ["ñé¡¿".repeat(40), "GSM-7", 1],
    ["á", "UCS-2", 1],
    ["न".repeat(70), "UCS-2", 1],
    ["न".repeat(71), "UCS-2", 2],
    ["न".repeat(134), "UCS-2", 2],
    ["न".repeat(135), "UCS-2", 3],
    ["💪".repeat(35), "UCS-2", 1],
    ["💪".repeat(36), "UCS-2", 2],
  ])("%s is %s in %i segments", (text, encoding, segments) => {
    expect(smsLength(text)).toMatchObject({ encoding, segments });
  });

  test("a letter of two places is not cut in half: the segment ends one short", () => {
    expect(smsLength(`${"a".repeat(152)}€${"a".repeat(151)}`)).toMatchObject({ units: 305, segments: 2 });
    expect(smsLength(`${"a".repeat(152)}€${"a".repeat(152)}`)).toMatchObject({ units: 306, segments: 3 });
    expect(smsLength(`${"न".repeat(66)}💪${"न".repeat(66)}`)).toMatchObject({ units: 134, segments: 3 });
  });
});
