import { expect, test } from "vitest";
import { countryOfLocation } from "@/lib/domain/imports/calling-codes";

test.each([
  ["Europe/Berlin", "en-US", { code: "DE", calling_code: "49" }],
  ["Asia/Kolkata", "en-US", { code: "IN", calling_code: "91" }],
  ["America/Toronto", "fr-FR", { code: "CA", calling_code: "1" }],
  ["UTC", "en-GB", { code: "GB", calling_code: "44" }],
])("X6 a location in %s of a gym in %s", (time_zone, locale, expected) => {
  expect(countryOfLocation({ time_zone }, locale)).toEqual(expected);
});
