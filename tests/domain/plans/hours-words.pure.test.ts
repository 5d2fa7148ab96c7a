import { expect, test } from "vitest";
import { hoursWords } from "@/components/settings/hours-words";
import { alwaysOpen } from "@/lib/values/opening-hours";

const day = [{ opens: "06:00", closes: "22:00" }];

test("a week's hours are told in as few words as they allow", () => {
  expect(hoursWords(alwaysOpen)).toBe("Open 24 hours, every day");
  expect(hoursWords({})).toBe("Closed all week");
  expect(hoursWords({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: "24h" })).toBe(
    "Mon–Fri 06:00–22:00, Sat 24 hours",
  );
  expect(hoursWords({ wed: [...day, { opens: "23:00", closes: "01:00" }] })).toBe("Wed 06:00–22:00 and 23:00–01:00");
});
