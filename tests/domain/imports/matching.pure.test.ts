import fc from "fast-check";
import { expect, test } from "vitest";
import { DuplicateIndex, sameName, suggestPlan } from "@/lib/domain/imports/parse";
import { editDistance } from "@/lib/domain/imports/parse/edit-distance";

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

const rahel = { first_name: "Rahel", last_name: "Tesfaye", email: "r@example.com", member_code: "IT-1" };

test("X8 the second row of an address is told with the first, and whether it is the person or the household", () => {
  const index = new DuplicateIndex();
  expect(index.add(2, rahel)).toBeNull();
  expect(index.add(3, { ...rahel, first_name: "RAHEL", member_code: null })).toEqual({
    of_row: 2,
    by: "email",
    likely: "same_person",
  });
  expect(index.add(4, { ...rahel, first_name: "Selam", member_code: "IT-2" })).toEqual({
    of_row: 2,
    by: "email",
    likely: "household",
  });
});

test("X8 the same member number twice is told too", () => {
  const index = new DuplicateIndex();
  index.add(2, rahel);
  expect(index.add(9, { ...rahel, email: "other@example.com", member_code: "it-1" })).toEqual({
    of_row: 2,
    by: "member_code",
    likely: "same_person",
  });
});

test("X8 people without address or number are never duplicates", () => {
  const index = new DuplicateIndex();
  const nobody = { ...rahel, email: null, member_code: null };
  expect([index.add(2, nobody), index.add(3, nobody)]).toEqual([null, null]);
});

test("X8 in fifty thousand rows exactly the second ones are found", () => {
  const index = new DuplicateIndex();
  let hits = 0;
  for (let row = 2; row < 50_002; row++)
    if (index.add(row, { ...rahel, email: `m${row % 49_000}@example.com`, member_code: null })) hits++;
  expect(hits).toBe(1000);
});
