import { expect, test } from "vitest";
import { getMembership } from "@/lib/domain/memberships";
import { getPlan, updatePlan } from "@/lib/domain/memberships/plans";
import {
  createPriceIncrease,
  listPriceIncreases,
  previewPriceIncrease,
  withdrawPriceIncrease,
} from "@/lib/domain/memberships/pricing";
import { fixedClock } from "@/lib/kernel/clock";
import { Problem } from "@/lib/kernel/errors";
import { freezeTime } from "@/tests/support/environment/frozen-time";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";

const reasonOf = (error: unknown) =>
  error instanceof Problem ? (error.extras.errors?.[0]?.message ?? error.message) : String(error);

async function newPaying() {
  freezeTime("2026-06-15T10:00:00Z");
  const gym = await newGym();
  const { caller } = gym.people.gym_owner;
  const plan = await newPlan(gym, { price_minor: 5900 });
  const sold = async (fields: object = {}) =>
    newSale(gym, { plan_id: plan.id, member_id: await newMember(gym), ...fields });
  const early = await sold({ starts_on: "2026-05-20" });
  const late = await sold({ starts_on: "2026-06-15" });
  const dear = await sold({ price_minor: 7000 });
  return { gym, caller, plan, early, late, dear };
}

const increase = { price_minor: 6500, effective_on: "2026-08-01" };

test("C20 the preview names who pays more from which bill on, and who keeps the price", async () => {
  const { caller, plan, early, late } = await newPaying();
  const preview = await previewPriceIncrease(caller, { id: plan.id, ...increase, applies_to: "everyone" });
  expect(preview).toMatchObject({ price_minor: 5900, new_price_minor: 6500, raised: 2, kept: 1, ending: 0 });
  expect(preview.more_per_month_minor).toBe(1200);
  const bills = new Map(preview.payers.map((payer) => [payer.membership_id, payer.first_bill_on]));
  expect([bills.get(early.id), bills.get(late.id)]).toEqual(["2026-08-20", "2026-08-15"]);
  const before = { id: plan.id, ...increase, applies_to: "joined_before" as const, joined_before_on: "2026-06-01" };
  expect(await previewPriceIncrease(caller, before)).toMatchObject({ raised: 1, kept: 2, more_per_month_minor: 600 });
});

test("C20 a new price applies to new sales from its day on, without a job", async () => {
  const { caller, plan, early } = await newPaying();
  const created = await createPriceIncrease(caller, { id: plan.id, ...increase, applies_to: "everyone" });
  expect(created).toMatchObject({ status: "pending", raised: 2, kept: 1 });
  expect((await getPlan(caller, { id: plan.id })).price_minor).toBe(5900);
  expect((await getMembership(caller, { id: early.id })).price_minor).toBe(5900);
  const later = { ...caller, clock: fixedClock("2026-08-01T10:00:00Z") };
  expect((await getPlan(later, { id: plan.id })).price_minor).toBe(6500);
  const { data } = await listPriceIncreases(later, { id: plan.id });
  expect(data.map(({ status }) => status)).toEqual(["effective"]);
  await updatePlan(later, { id: plan.id, price_minor: 6200 });
  expect((await getPlan(later, { id: plan.id })).price_minor).toBe(6200);
});

test("a plan has one new price at a time, and it can be withdrawn before its day", async () => {
  const { caller, plan } = await newPaying();
  const wanted = { id: plan.id, ...increase, applies_to: "everyone" as const };
  const answers = await Promise.all(
    [1, 2, 3].map(() => createPriceIncrease(caller, wanted).then(() => "scheduled", reasonOf)),
  );
  expect(answers.filter((answer) => answer === "scheduled")).toHaveLength(1);
  const late = { ...caller, clock: fixedClock("2026-08-01T10:00:00Z") };
  expect(await withdrawPriceIncrease(late, { id: plan.id }).then(() => null, reasonOf)).toBe(
    "The new price has taken effect. Enter another price in the plan instead.",
  );
  expect((await withdrawPriceIncrease(caller, { id: plan.id })).status).toBe("withdrawn");
  // The memberships pay their old price again, so the same increase raises the same ones.
  expect(await createPriceIncrease(caller, wanted)).toMatchObject({ raised: 2, kept: 1 });
});

test("running members have their notice, and new sales need none", async () => {
  const { caller, plan } = await newPaying();
  const refusal = (fields: object) =>
    previewPriceIncrease(caller, { id: plan.id, ...increase, applies_to: "everyone", ...fields }).then(
      () => null,
      reasonOf,
    );
  expect(await refusal({ effective_on: "2026-07-14" })).toMatch(
    /^Choose .*15.* or later, so that members have a notice of 30 days/,
  );
  expect(await refusal({ effective_on: "2026-07-15" })).toBe(null);
  expect(await refusal({ effective_on: "2026-06-16", applies_to: "new_sales" })).toBe(null);
  expect(await refusal({ price_minor: 5900 })).toMatch(/^Enter more than .*59\.00/);
  await updatePlan(caller, { id: plan.id, notice_days: 60 });
  expect(await refusal({})).toBe("Members of this plan have a notice of 60 days. Give at least that");
});
