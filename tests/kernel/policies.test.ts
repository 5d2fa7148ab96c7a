import { expect, test } from "vitest";
import { readSources, withoutComments } from "@/tests/support/repository/walls/source";

const sources = readSources()
  .filter(({ path }) => /^(app|components|inngest|lib)\//.test(path))
  .map(({ path, text }) => ({ path, code: withoutComments(text) }));

const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

test("only the reader of the policies, their form and their store know the defaults", () => {
  expect(filesWith(/\bdefaultPolicies\b/).sort()).toEqual([
    "components/organization/policies-form.tsx",
    "lib/contracts/organization/organizations.docs.ts",
    "lib/domain/organization/update.ts",
    "lib/values/policies.ts",
  ]);
});

test("stored policies are read with the organization's card, and once where there is no caller", () => {
  expect(filesWith(/\borganizations\.policies\b|\bo\.policies\b/).sort()).toEqual([
    "lib/domain/access/occupancy/current-occupancy.ts",
    "lib/domain/organization/card.ts",
    "lib/kernel/resolve-caller.ts",
  ]);
});
