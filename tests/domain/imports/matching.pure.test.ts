import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "@/lib/domain/imports/parse/edit-distance";
import { sameName, suggestPlan } from "@/lib/domain/imports/parse/suggest-plan";

const plans = ["Unlimited monthly", "Unlimited yearly", "Classes 8", "PT pack 10", "Founders", "Day pass", "Off-peak"];

test.each([
  ["Unlimited Monthly", "Unlimited monthly"],
  ["monthly unlimited", "Unlimited monthly"],
  ["OFF PEAK", "Off-peak"],
  ["day-pass", "Day pass"],
  ["Classes8", "Classes 8"],
])("X7 %s is the plan %s", (name, expected) => {
  expect(sameName(name, plans)).toBe(expected);
});

test.each(["Unlimited", "Class 8", "Gold", ""])("X7 %j is no plan, however near", (name) => {
  expect(sameName(name, plans)).toBeNull();
});

test.each([
  ["Unlimted monthly", "Unlimited monthly"],
  ["Monthly Unlimited Membership", "Unlimited monthly"],
  ["Unlimited - Annual/Yearly", "Unlimited yearly"],
  ["8 Classes", "Classes 8"],
  ["Class Pack 8", "Classes 8"],
  ["PT 10 pack (2024)", "PT pack 10"],
  ["founder", "Founders"],
  ["Offpeak", "Off-peak"],
])("X7 for the unknown plan %s the suggestion is %s", (name, expected) => {
  expect(suggestPlan(name, plans)).toBe(expected);
});

test.each(["Gold", "Swimming lessons", "", "7"])("X7 for %j there is nothing near", (name) => {
  expect(suggestPlan(name, plans)).toBeNull();
});

test("X7 the same plan is always the suggestion, in whatever order plans were made", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(plans, { minLength: plans.length }), fc.constantFrom(...plans), (some, name) => {
      expect(suggestPlan(name, some)).toBe(name);
    }),
  );
});

test("two letters turned round are one slip", () => {
  expect(editDistance("monthly", "monhtly", 2)).toBe(1);
  expect(editDistance("kitten", "sitting", 5)).toBe(3);
  expect(editDistance("kitten", "sitting", 2)).toBe(3);
  expect(editDistance("", "abc", 5)).toBe(3);
});
