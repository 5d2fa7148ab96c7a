import { expect, test } from "vitest";
import { getDashboard } from "@/lib/domain/insight/dashboard";
import { freezeMembership } from "@/lib/domain/memberships";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import { newRate } from "@/tests/support/billing/settings";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newCoupon, newPlan, newSale } from "@/tests/support/gym/plans";

const owner = (gym: Gym) => gym.people.gym_owner.caller;
const recurringOf = async (gym: Gym) => (await getDashboard(owner(gym), {})).recurring;
const today = (gym: Gym) => dayAt(owner(gym).clock.now().toString(), "UTC");

test.each([
  ["weekly at 10.00", { interval_unit: "week", interval_count: 1, price_minor: 1_000 }, 4_333],
  ["every four weeks at 50.00", { interval_unit: "week", interval_count: 4, price_minor: 5_000 }, 5_417],
  ["monthly at 59.00", { interval_unit: "month", interval_count: 1, price_minor: 5_900 }, 5_900],
  ["quarterly at 150.00", { interval_unit: "month", interval_count: 3, price_minor: 15_000 }, 5_000],
  ["yearly at 1,000.00", { interval_unit: "year", interval_count: 1, price_minor: 100_000 }, 8_333],
] as const)("Q1 a membership that is billed %s", async (_, terms, amount_minor) => {
  const gym = await newGym();
  await newSale(gym, { plan_id: (await newPlan(gym, terms)).id });
  expect(await recurringOf(gym)).toEqual([{ currency: "EUR", amount_minor, memberships: 1 }]);
});

test("Q1 packs and tax are no recurring revenue, and discounts count", async () => {
  const gym = await newGym();
  await newRate(gym, { tax_class: "membership" });
  const pack = await newPlan(gym, { kind: "session_pack", sessions_included: 10, interval_count: 3 });
  await newSale(gym, { plan_id: pack.id });
  const { code } = await newCoupon(gym, { percent_bp: 2_500 });
  const plan = await newPlan(gym, { price_minor: 6_000 });
  await newSale(gym, { plan_id: plan.id, coupon_code: code });
  await newSale(gym, { plan_id: plan.id, member_id: await newMember(gym) });
  // 60.00 contain 10.00 of tax; a quarter of the other 50.00 is 12.50.
  expect(await recurringOf(gym)).toEqual([{ currency: "EUR", amount_minor: 5_000 + 3_750, memberships: 2 }]);
});

test("Q1 a discount that is used up does not count", async () => {
  const gym = await newGym();
  const { code } = await newCoupon(gym, { percent_bp: 2_500, periods: 1 });
  await newSale(gym, { coupon_code: code });
  expect(await recurringOf(gym)).toEqual([{ currency: "EUR", amount_minor: 5_900, memberships: 1 }]);
});

test("Q2 a frozen membership counts with its fee", async () => {
  const gym = await newGym();
  const from_on = today(gym);
  const freezes = [
    { to_on: addDays(from_on, 20) },
    { to_on: addDays(from_on, 20), fee: { mode: "reduced", amount_minor: 1_500 } },
    { to_on: addDays(from_on, 20), fee: { mode: "full" } },
  ] as const;
  for (const freeze of freezes) {
    const sold = await newSale(gym, { member_id: await newMember(gym) });
    await freezeMembership(owner(gym), { id: sold.id, from_on, ...freeze });
  }
  expect(await recurringOf(gym)).toEqual([{ currency: "EUR", amount_minor: 1_500 + 5_900, memberships: 2 }]);
});

test("Q1 J4 a family discount counts for the plan and the days that it is for", async () => {
  const gym = await newGym();
  const family_discounts = [
    { from: 2, percent_bp: 1_000, amount_minor: null },
    { from: 3, percent_bp: null, amount_minor: 2_000 },
  ];
  const plan = await newPlan(gym, { price_minor: 5_000, family_discounts });
  const first = await newSale(gym, { plan_id: plan.id });
  const payer = {
    payer_member_id: gym.member_id,
    payer_accepted_how: "in_person",
    payer_accepted_on: today(gym),
  } as const;
  // While the first is frozen, the second pays in full; from its next bill on, the place is that of before.
  await freezeMembership(owner(gym), { id: first.id, from_on: today(gym), to_on: addDays(today(gym), 10) });
  await newSale(gym, { plan_id: plan.id, member_id: await newMember(gym), ...payer });
  await newSale(gym, { plan_id: plan.id, member_id: await newMember(gym), ...payer });
  expect(await recurringOf(gym)).toEqual([{ currency: "EUR", amount_minor: 4_500 + 3_000, memberships: 2 }]);
});
