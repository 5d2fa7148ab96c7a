import { expect, test } from "vitest";
import { changePlan } from "@/lib/domain/memberships";
import { createPriceIncrease } from "@/lib/domain/memberships/pricing";
import { billedTo, payAll, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newMember } from "@/tests/support/gym/gym";
import { gymAt } from "@/tests/support/gym/london";
import { newCoupon, newPlan, newSale } from "@/tests/support/gym/plans";

/** The renewals of the first hours of a day in London. */
const renewOn = (gym: Gym, day: string) => renewAt(gym, `${day}T03:00:00Z`);

const withoutNumber = (line: string): string => line.replace(/^\S+ /, "");

test("C1 C2 C3 a member from 31 January 2024 is billed through two leap years without a gap", async () => {
  const { gym } = await gymAt("2024-01-31T12:00:00Z", "2023-12-01T00:00:00Z");
  await newSale(gym);
  for (const day of ["2024-02-29", "2024-03-31", "2025-02-28", "2027-12-31", "2028-02-29", "2028-03-31"])
    await renewOn(gym, day);
  const periods = (await billedTo(gym)).map((line) => line.split(" ").slice(2, 4).join(" "));
  expect(periods.length).toBe(51);
  const at = (number: number) => periods.slice(number - 1, number + 2);
  expect(at(1)).toEqual(["2024-01-31 2024-02-28", "2024-02-29 2024-03-30", "2024-03-31 2024-04-29"]);
  expect(at(13)).toEqual(["2025-01-31 2025-02-27", "2025-02-28 2025-03-30", "2025-03-31 2025-04-29"]);
  expect(at(49)).toEqual(["2028-01-31 2028-02-28", "2028-02-29 2028-03-30", "2028-03-31 2028-04-29"]);
});

test("D1 C21 an upgrade inside the period keeps the coupon for the periods that it has left", async () => {
  const { gym, clock } = await gymAt("2026-06-01T12:00:00Z");
  const [off_peak, anytime] = [
    await newPlan(gym, { name: "Off-peak", price_minor: 6_000, joining_fee_minor: 2_500 }),
    await newPlan(gym, { name: "Anytime", price_minor: 9_000, joining_fee_minor: 2_500 }),
  ];
  const { code } = await newCoupon(gym, { percent_bp: 2_000, periods: 3 });
  const { id } = await newSale(gym, { plan_id: off_peak.id, coupon_code: code });
  await payAll(gym);
  clock.set("2026-06-16T12:00:00Z");
  await changePlan(gym.people.gym_owner.caller, { id, plan_id: anytime.id, when: "now" });
  for (const day of ["2026-07-01", "2026-08-01", "2026-09-01"]) await renewOn(gym, day);
  expect(await billedTo(gym)).toEqual([
    "INV-00001 period 2026-06-01 2026-06-30 4800",
    "INV-00001 joining_fee 2026-06-01 2500",
    "INV-00002 plan_change_credit 2026-06-16 2026-06-30 -2400",
    "INV-00002 plan_change_charge 2026-06-16 2026-06-30 3600",
    "INV-00003 period 2026-07-01 2026-07-31 7200",
    "INV-00004 period 2026-08-01 2026-08-31 7200",
    "INV-00005 period 2026-09-01 2026-09-30 9000",
  ]);
});

test("C20 a new price for new sales: running members keep theirs until their plan changes", async () => {
  const { gym, clock } = await gymAt("2026-05-20T12:00:00Z");
  const owner = gym.people.gym_owner.caller;
  const plan = await newPlan(gym, { price_minor: 5_900 });
  const other = await newPlan(gym, { name: "Other", price_minor: 5_900 });
  const [early, late] = [await newMember(gym), await newMember(gym)];
  const { id } = await newSale(gym, { plan_id: plan.id, member_id: early });
  const increase = { id: plan.id, price_minor: 6_500, effective_on: "2026-08-01" };
  await createPriceIncrease(owner, { ...increase, applies_to: "new_sales" });
  for (const day of ["2026-06-20", "2026-07-20", "2026-08-20"]) await renewOn(gym, day);
  clock.set("2026-08-20T12:00:00Z");
  await newSale(gym, { plan_id: plan.id, member_id: late });
  await payAll(gym, early);
  await changePlan(owner, { id, plan_id: other.id, when: "period_end" });
  await renewOn(gym, "2026-09-20");
  clock.set("2026-09-25T12:00:00Z");
  await payAll(gym, early);
  await changePlan(owner, { id, plan_id: plan.id, when: "period_end" });
  await renewOn(gym, "2026-10-20");
  expect((await billedTo(gym, early)).map(withoutNumber)).toEqual([
    "period 2026-05-20 2026-06-19 5900",
    "period 2026-06-20 2026-07-19 5900",
    "period 2026-07-20 2026-08-19 5900",
    "period 2026-08-20 2026-09-19 5900",
    "period 2026-09-20 2026-10-19 5900",
    "period 2026-10-20 2026-11-19 6500",
  ]);
  expect((await billedTo(gym, late)).map(withoutNumber)).toEqual([
    "period 2026-08-20 2026-09-19 6500",
    "period 2026-09-20 2026-10-19 6500",
    "period 2026-10-20 2026-11-19 6500",
  ]);
});

test("C20 a new price for those who joined before May is billed to them from their first bill after it", async () => {
  const { gym, clock } = await gymAt("2026-04-30T12:00:00Z");
  const plan = await newPlan(gym, { price_minor: 5_900 });
  const [early, late] = [await newMember(gym), await newMember(gym)];
  await newSale(gym, { plan_id: plan.id, member_id: early });
  clock.set("2026-05-20T12:00:00Z");
  await newSale(gym, { plan_id: plan.id, member_id: late });
  await createPriceIncrease(gym.people.gym_owner.caller, {
    ...{ id: plan.id, price_minor: 6_500, effective_on: "2026-07-15" },
    ...{ applies_to: "joined_before", joined_before_on: "2026-05-01" },
  });
  for (const day of ["2026-06-30", "2026-07-30"]) await renewOn(gym, day);
  expect((await billedTo(gym, early)).map(withoutNumber)).toEqual([
    "period 2026-04-30 2026-05-29 5900",
    "period 2026-05-30 2026-06-29 5900",
    "period 2026-06-30 2026-07-29 5900",
    "period 2026-07-30 2026-08-29 6500",
  ]);
  expect((await billedTo(gym, late)).map(withoutNumber)).toEqual([
    "period 2026-05-20 2026-06-19 5900",
    "period 2026-06-20 2026-07-19 5900",
    "period 2026-07-20 2026-08-19 5900",
  ]);
});
