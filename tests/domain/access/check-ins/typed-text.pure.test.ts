import { expect, test } from "vitest";
import { isCode } from "@/components/access/desk/typed-text";

const typed = (text: string, ms_per_key: number) =>
  isCode({ text, began_ms: 1_000, ended_ms: 1_000 + text.length * ms_per_key });

test.each([
  ["a printed card's twelve digits", "417720935562"],
  ["the same in the groups of the print", "4177 2093 5562"],
  ["a pass", "ABCDEFGHIJKLMNOPQRSTUVWX23456789".repeat(6).slice(0, 175)],
  ["a member number", "IT-0042"],
])("I18 %s is a code, however slowly it is typed", (_, text) => {
  expect(typed(text, 200)).toBe(true);
});

test("I18 the fast input of a hand scanner is a code", () => {
  expect(typed("https://example.com/x", 8)).toBe(true);
});

test.each(["Maya", "castellanos", "+1 718 555", "Anna-Lena"])("%s typed by hand is a search", (text) => {
  expect(typed(text, 120)).toBe(false);
});

test("a short name typed in a hurry is still a search", () => {
  expect(typed("Bob", 20)).toBe(false);
});
