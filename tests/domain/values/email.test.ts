import { expect, test } from "vitest";
import { z } from "zod";
import { normaliseEmail } from "@/lib/values/email";
import { emailAddress } from "@/lib/values/schemas/email";

test.each([
  ["  Member@Example.COM ", "member@example.com"],
  ["first.last+gym@sub.example.co.uk", "first.last+gym@sub.example.co.uk"],
  ["owner@demo.fitflow.test", "owner@demo.fitflow.test"],
  ["o'neil@example.com", "o'neil@example.com"],
  ["用户@例子.公司", "用户@例子.公司"],
  ["a@xn--bcher-kva.example", "a@xn--bcher-kva.example"],
  ["\u200bann@example.com", "ann@example.com"],
])("A2 %s and its other spellings are one address", (text, expected) => {
  expect(emailAddress.parse(text)).toBe(expected);
  expect(normaliseEmail(text)).toBe(expected);
});

test.each([
  "",
  "ann",
  "ann@",
  "@example.com",
  "ann@example",
  "ann@@example.com",
  "ann@exa mple.com",
  "ann..b@example.com",
  ".ann@example.com",
  "ann@-example.com",
  "ann@example-.com",
  "ann@example.c",
  "ann@example.com, bob@example.com",
  "Ann <ann@example.com>",
  `${"a".repeat(65)}@example.com`,
])("an address that cannot be delivered is refused with the way to write it: %s", (text) => {
  expect(emailAddress.safeParse(text).error?.issues[0]?.message).toBe("Write the e-mail address as name@example.com");
});

test("an address is at most 254 characters long", () => {
  const domain = `${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(60)}`;
  expect(emailAddress.safeParse(`${"a".repeat(64)}@${domain}.com`).success).toBe(true);
  expect(emailAddress.safeParse(`${"a".repeat(64)}@${domain}.comcomcom`).error?.issues[0]?.message).toBe(
    "An e-mail address has at most 254 characters",
  );
});

test("the API's description calls it an e-mail address", () => {
  expect(z.toJSONSchema(emailAddress, { io: "input" })).toMatchObject({
    type: "string",
    format: "email",
    maxLength: 254,
  });
});
