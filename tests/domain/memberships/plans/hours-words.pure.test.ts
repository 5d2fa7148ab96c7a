import { expect, test } from "vitest";
import { hoursText } from "@/components/organization/hours-text";
import { alwaysOpen } from "@/lib/values/opening-hours";

const day = [{ opens: "06:00", closes: "22:00" }];

test("the hours of a week are written as short as possible", () => {
  expect(hoursText(alwaysOpen, "en-GB")).toBe("Open 24 hours, every day");
  expect(hoursText({}, "en-GB")).toBe("Closed all week");
  expect(hoursText({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: "24h" }, "en-GB")).toBe(
    "Mon–Fri 6:00–22:00, Sat 24 hours",
  );
  expect(hoursText({ wed: [...day, { opens: "23:00", closes: "01:00" }] }, "en-GB")).toBe(
    "Wed 6:00–22:00 and 23:00–1:00",
  );
});

test("hours use the clock of the organization's locale", () => {
  expect(hoursText({ mon: day, tue: day }, "en-US")).toBe("Mon–Tue 6:00 am–10:00 pm");
  expect(hoursText({ mon: day, tue: day }, "de-DE")).toBe("Mon–Tue 6:00–22:00");
});
