import { expect, test } from "vitest";
import { parseRow } from "@/lib/domain/imports/parse/parse-row";

test("X6 a phone with a spreadsheet's leading apostrophe is read without it", () => {
  const parsed = parseRow(
    ["Ada", "'+4915112345678"],
    { "0": "first_name", "1": "mobile" },
    { date_format: "iso", currency: "EUR", today: "2026-03-05" },
  );
  expect([parsed.row?.phone, parsed.problems.filter(({ field }) => field === "mobile")]).toEqual([
    "+4915112345678",
    [],
  ]);
});
