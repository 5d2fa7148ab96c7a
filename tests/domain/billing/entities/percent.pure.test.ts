import { expect, test } from "vitest";
import { parsePercent, percentText } from "@/components/billing/entities/entity";

test.each([
  ["20", 200_000],
  ["8.875", 88_750],
  ["8,875 %", 88_750],
  ["0", 0],
  ["0.0001", 1],
  ["8.87555", null],
  ["-1", null],
  ["1e3", null],
  ["", null],
])("the percentage %j is %j parts per million", (text, ppm) => {
  expect(parsePercent(text)).toBe(ppm);
});

test("a rate is shown with the decimals that it has", () => {
  expect([percentText(200_000), percentText(88_750)]).toEqual(["20 %", "8.875 %"]);
});
