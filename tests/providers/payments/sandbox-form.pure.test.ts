import { expect, test } from "vitest";
import { readTyped } from "@/components/gateways/sandbox/read-typed";

const card = { number: "4242 4242 4242 4242", expiry: "12 / 49", code: "123" };

test("the form turns a test card into the name of its test method", () => {
  expect(readTyped("card", card)).toMatchObject({ method: { token: "tm_visa" }, errors: {} });
});

test.each([
  ["card", "4539 5787 6362 1486", "This is a test page. Use one of the test cards."],
  ["card", "", "This is a test page. Use one of the test cards."],
  ["bank_debit", "DE89370400440532013000", "This is a test page. Use one of the test accounts."],
  ["upi", "priya@okbank", "This is a test page. Use one of the test UPI IDs."],
] as const)("a real %s number is refused in the browser", (kind, number, sentence) => {
  expect(readTyped(kind, { ...card, number })).toEqual({ method: null, errors: { number: sentence } });
});

test("a card needs its expiry and its code", () => {
  expect(readTyped("card", { ...card, expiry: "13/49", code: "12" })).toEqual({
    method: null,
    errors: { expiry: "Enter month and year, such as 12 / 49", code: "Enter 3 or 4 digits" },
  });
});

test("a UPI id is found in whatever case it was typed", () => {
  expect(readTyped("upi", { number: " Success@Sandbox ", expiry: "", code: "" }).method?.token).toBe("tm_upi");
});
