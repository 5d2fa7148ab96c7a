import { expect, test } from "vitest";
import {
  type Line,
  otherSpellings,
  readLines,
  storedDays,
  wrongCapitals,
  wrongPlurals,
} from "@/tests/support/repository/texts";

const lines = readLines();
const found = (fault: (line: Line) => string[]) =>
  lines.flatMap((line) => fault(line).map((text) => `${line.path}:${line.number} ${text}`));
const line = (text: string): Line => ({ path: "a.tsx", number: 1, text });

test("a number stands before the singular or the plural, whichever it needs", () => {
  expect(wrongPlurals(line("`$" + "{found} members archived`"))).toHaveLength(1);
  expect(wrongPlurals(line("<b>{count} days</b>"))).toHaveLength(1);
  expect(found(wrongPlurals)).toEqual([]);
});

test("a relative day inside a sentence is not capitalised", () => {
  expect(wrongCapitals(line("Failing since {formatDateTime(at, context)}"))).toHaveLength(1);
  expect(found(wrongCapitals)).toEqual([]);
});

test("no sentence holds a day as it is stored", () => {
  expect(storedDays(line("`$" + "{joined_on} lies in the future`"))).toHaveLength(1);
  expect(found(storedDays)).toEqual([]);
});

test("e-mail has one spelling", () => {
  expect(otherSpellings(line('"Your email address"'))).toHaveLength(1);
  expect(found(otherSpellings)).toEqual([]);
});
