import { expect, test } from "vitest";
import { isMinorOn } from "@/lib/values/minor";

test.each([
  ["the day before the birthday", "2008-03-09", "2026-03-08", 18, true],
  ["the birthday", "2008-03-09", "2026-03-09", 18, false],
  ["28 February for a birth on 29 February", "2008-02-29", "2026-02-28", 18, true],
  ["1 March for a birth on 29 February", "2008-02-29", "2026-03-01", 18, false],
  ["29 February itself, in a leap year", "2012-02-29", "2028-02-29", 16, false],
  ["28 February of a leap year", "2012-02-29", "2028-02-28", 16, true],
  ["seventeen, where adults are sixteen", "2009-01-01", "2026-03-09", 16, false],
  ["twenty, where adults are twenty-one", "2006-01-01", "2026-03-09", 21, true],
])("J5 on %s a minor is decided by the gym's own age", (_day, birth_on, day, adult_age, expected) => {
  expect(isMinorOn(birth_on, day, adult_age)).toBe(expected);
});

test("whose birthday is not known is taken for an adult", () => {
  expect(isMinorOn(null, "2026-03-09", 18)).toBe(false);
});
