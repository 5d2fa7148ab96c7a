import { expect, test } from "vitest";
import { billThrough, type FamilyMembership, familyDiscounts, withFamilyDiscounts } from "@/lib/domain/billing/engine";
import type { DiscountFacts } from "@/lib/values/billing-state";
import { opened } from "./sales";

const rules = new Map([
  [
    "unlimited",
    [
      { from: 2, percent_bp: 1000, amount_minor: null },
      { from: 4, percent_bp: null, amount_minor: 2000 },
    ],
  ],
]);

const one = (n: number, fields: Partial<FamilyMembership> = {}): FamilyMembership => ({
  ...{
    id: `m${n}`,
    member_id: `person-${n}`,
    starts_on: `2026-01-0${n}`,
    ends_on: null,
    cancelled_on: null,
    freezes: [],
  },
  ...fields,
});

const family = [one(1), one(2), one(3), one(4), one(5)];

/** "2nd from 2026-01-02": the places that bring a discount. */
const placesOf = (n: number, all: readonly FamilyMembership[], from = "2026-02-01") =>
  familyDiscounts(one(n), { family: all, rules }, from).map(
    ({ label, from_on, until_on, value }: DiscountFacts) =>
      `${label} ${from_on} ${until_on ?? "on"} ${"percent_bp" in value ? `${value.percent_bp / 100} %` : value.amount_minor}`,
  );

test("J4 who joined first pays the full price, and the highest step that is reached counts", () => {
  expect([1, 2, 3, 4, 5].map((n) => placesOf(n, family))).toEqual([
    [],
    ["Family, 2nd member 2026-02-01 on 10 %"],
    ["Family, 3rd member 2026-02-01 on 10 %"],
    ["Family, 4th member 2026-02-01 on 2000"],
    ["Family, 5th member 2026-02-01 on 2000"],
  ]);
});

test("J4 the id decides between members who joined on one day, in any order of reading", () => {
  const twins = [one(1, { id: "b" }), one(2, { id: "a", starts_on: "2026-01-01" })];
  for (const all of [twins, twins.toReversed()]) {
    const own = (n: 0 | 1) => twins[n] as FamilyMembership;
    expect(familyDiscounts(own(0), { family: all, rules }, "2026-02-01")).toHaveLength(1);
    expect(familyDiscounts(own(1), { family: all, rules }, "2026-02-01")).toEqual([]);
  }
});

test("J4 a member with two memberships is one member", () => {
  const all = [one(1), one(2), one(3, { member_id: "person-1" })];
  expect(placesOf(2, all)).toEqual(["Family, 2nd member 2026-02-01 on 10 %"]);
  expect(familyDiscounts({ ...one(3), member_id: "person-1" }, { family: all, rules }, "2026-02-01")).toEqual([]);
});

test("J4 who leaves, freezes, ends or has not begun does not count on these days", () => {
  const all = [
    one(1, { cancelled_on: "2026-06-01" }),
    one(2),
    one(3, { freezes: [{ from_on: "2026-03-01", to_on: "2026-03-31" }] }),
    one(4, { ends_on: "2026-04-30" }),
    one(5, { starts_on: "2026-02-10" }),
  ];
  expect(placesOf(2, all)).toEqual(["Family, 2nd member 2026-02-01 2026-05-31 10 %"]);
  expect(placesOf(5, all)).toEqual([
    "Family, 5th member 2026-02-01 2026-02-28 2000",
    "Family, 4th member 2026-03-01 2026-03-31 2000",
    "Family, 5th member 2026-04-01 2026-04-30 2000",
    "Family, 4th member 2026-05-01 2026-05-31 2000",
    "Family, 3rd member 2026-06-01 on 10 %",
  ]);
});

test("J4 many short runs and one long run bill the same", () => {
  const all = [one(1, { cancelled_on: "2026-03-15" }), one(2)];
  const state = withFamilyDiscounts(
    opened("2026-01-02"),
    familyDiscounts(
      one(2),
      { family: all, rules: new Map([["off-peak", rules.get("unlimited") ?? []]]) },
      "2026-01-02",
    ),
  );
  const long = billThrough(state, "2026-06-30").lines.map(({ amount_minor }) => amount_minor);
  const short: number[] = [];
  let reached = state;
  for (const day of ["2026-02-02", "2026-03-02", "2026-04-02", "2026-05-02", "2026-06-02"]) {
    const outcome = billThrough(reached, day);
    short.push(...outcome.lines.map(({ amount_minor }) => amount_minor));
    reached = outcome.state;
  }
  expect(long).toEqual(short);
  expect(new Set(long).size).toBe(2);
});

test("J4 a discount that is over stays known for the rest of the period that had it, and applies to no other", () => {
  const found = familyDiscounts(one(2), { family, rules }, "2026-01-02");
  const state = opened("2026-01-02");
  const billed = { ...state.billed, discounted: [{ id: found[0]?.id ?? "", intervals: 1 }] };
  const after = withFamilyDiscounts({ ...state, billed, discounts: found }, []);
  expect(after.discounts.map(({ from_on, until_on }) => [from_on, until_on])).toEqual([["2026-01-02", "2026-01-01"]]);
  expect(withFamilyDiscounts({ ...state, discounts: found }, []).discounts).toEqual([]);
});
