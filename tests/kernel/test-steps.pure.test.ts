import { expect, test } from "vitest";
import { chosenSteps } from "@/scripts/bootstrap/test-steps.mjs";
import { browserTestsFor } from "@/scripts/testing/changes";
import { flakyLine } from "@/scripts/testing/flaky-line";

const everyStep = ["types", "lint", "unit", "build", "e2e"];

test.each([
  [[], everyStep, false],
  [["--changed"], everyStep, true],
  [["--only", "lint,types"], ["types", "lint"], false],
  [["--only=soak"], ["soak"], false],
])("npm test -- %s", (argv, steps, is_changed_only) => {
  expect(chosenSteps(argv)).toEqual({ steps, is_changed_only });
});

test.each([[["--only"]], [["--only", "unit,none"]], [["--changed", "main"]], [["--fast"]]])(
  "npm test -- %s is refused before anything starts",
  (argv) => {
    expect(() => chosenSteps(argv)).toThrow("npm test takes --changed, or --only with one or more of: types, lint");
  },
);

test.each([
  ["app/manage/[org]/page.tsx", "all"],
  ["components/ui/controls/button.tsx", "all"],
  ["tests/e2e/desk.test.ts", "changed"],
  ["app/api/v1/members/route.ts", "none"],
  ["lib/domain/members/find.ts", "none"],
])("a change of %s runs these browser tests: %s", (file, browser) => {
  expect(browserTestsFor(["README.md", file])).toBe(browser);
});

test("a flaky test is one line, with the error of its first attempt", () => {
  expect(flakyLine("a > b", "expected 1\nto be 2")).toBe("@flaky a > b: expected 1 to be 2\n");
});
