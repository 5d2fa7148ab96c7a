import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { defaultFreezePolicy } from "@/lib/values/membership-terms";
import { freezeTime } from "@/tests/support/environment/frozen-time";
import { newGym } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { call, refusal } from "@/tests/support/http/api";

test("a plan keeps every term that it was given", async () => {
  const gym = await newGym();
  const { token } = gym.people.admin;
  const terms = {
    billing_day: 1,
    is_first_period_free: true,
    min_term_months: 6,
    notice_days: 30,
    renews_from: "old_end" as const,
    features: ["Gym floor", "Sauna"],
    visit_limits: [{ count: 3, of: "days" as const, per: "week" as const }],
    guest_passes: 2,
    min_age: 16,
    max_age: 25,
    freeze_policy: { ...defaultFreezePolicy, fee: { mode: "one_off" as const, amount_minor: 500 } },
    tax_class: "reduced",
    is_price_with_tax: false,
  };
  const plan = { name: "Student", kind: "recurring" as const, price_minor: 3900, ...terms };
  const { id } = await call(contracts.createPlan, plan, { token });
  expect(await call(contracts.getPlan, { id }, { token })).toMatchObject(terms);
  const pack = { name: "Mixed", kind: "session_pack" as const, price_minor: 9000, sessions_included: 10 };
  const class_limits = [{ category: "Yoga", count: 5 }];
  expect(await call(contracts.createPlan, { ...pack, class_limits }, { token })).toMatchObject({ class_limits });
});

test("terms that contradict each other are rejected with the field that is wrong", async () => {
  const gym = await newGym();
  const { token } = gym.people.admin;
  const base = { name: "Odd", kind: "recurring" as const, price_minor: 5900 };
  const pack = { ...base, kind: "session_pack" as const, sessions_included: 10 };
  const refused = await Promise.all(
    [
      { ...base, billing_day: 1, interval_unit: "week" },
      { ...pack, billing_day: 1 },
      { ...pack, is_first_period_free: true },
      { ...pack, min_term_months: 3 },
      { ...pack, notice_days: 14 },
      { ...base, min_age: 18, max_age: 17 },
      { ...base, features: ["Sauna", "sauna"] },
      { ...base, features: Array.from({ length: 21 }, (_, n) => `Feature ${n}`) },
      { ...base, features: ["x".repeat(81)] },
      { ...base, visit_limits: [{ count: 8, of: "days", per: "week" }] },
      { ...base, class_limits: [{ category: "Yoga", count: 5 }] },
      { ...pack, class_limits: [{ category: "Yoga", count: 11 }] },
      { ...base, freeze_policy: { ...defaultFreezePolicy, min_days: 10, max_days: 5 } },
    ].map((input) => refusal(contracts.createPlan, input, { token })),
  );
  expect(refused.map(({ status, errors }) => [status, errors?.[0]?.field.split(".")[0]])).toEqual(
    [
      "billing_day",
      "billing_day",
      "is_first_period_free",
      "min_term_months",
      "notice_days",
      "max_age",
      "features",
      "features",
      "features",
      "visit_limits",
      "class_limits",
      "class_limits",
      "freeze_policy",
    ].map((field) => [422, field]),
  );
});

test("once a plan is sold, its billing day and the meaning of its price stay; its limits may change", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const plan = await newPlan(gym);
  await newSale(gym, { plan_id: plan.id });
  const change = (fields: object) => refusal(contracts.updatePlan, { id: plan.id, ...fields }, { token });
  expect((await change({ billing_day: 1 })).code).toBe("in_use");
  expect((await change({ is_price_with_tax: false })).code).toBe("in_use");
  const after = await call(contracts.updatePlan, { id: plan.id, guest_passes: 4, features: ["Pool"] }, { token });
  expect([after.guest_passes, after.features]).toEqual([4, ["Pool"]]);
});

test("C12 the example bills of an unsaved plan are those of the engine: whole, on the 31st, and in part", async () => {
  freezeTime("2026-06-15T10:00:00Z");
  const gym = await newGym();
  const { token } = gym.people.admin;
  const form = { kind: "recurring" as const, price_minor: 6000, joining_fee_minor: 2500 };
  const bills = async (input: object) =>
    (await call(contracts.examplesOfPlan, { ...form, ...input }, { token })).examples.map(({ bills }) =>
      bills.map(({ on, total_minor }) => [on, total_minor]),
    );
  expect(await bills({})).toEqual([
    [
      ["2026-06-15", 8500],
      ["2026-07-15", 6000],
      ["2026-08-15", 6000],
    ],
    [
      ["2026-07-31", 8500],
      ["2026-08-31", 6000],
      ["2026-09-30", 6000],
    ],
    [
      ["2026-07-16", 8500],
      ["2026-08-16", 6000],
      ["2026-09-16", 6000],
    ],
  ]);
  // C5: 16 of 30 days in June, 1 of 31 in July, and 16 of 31 in July.
  expect((await bills({ billing_day: 1 })).map(([first]) => first)).toEqual([
    ["2026-06-15", 2500 + 3200],
    ["2026-07-31", 2500 + 194],
    ["2026-07-16", 2500 + 3097],
  ]);
});
