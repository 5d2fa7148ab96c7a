import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/imports/imports";
import { listPlans } from "@/lib/contracts/memberships/membership-plans";
import { sellMembership } from "@/lib/contracts/memberships/memberships";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { checked, csv, done, monthlyAt, uploadCsv } from "@/tests/support/gym/imports";
import { call } from "@/tests/support/http/api";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const file = csv(
  "First name,Last name,Plan,Start date",
  "Ada,Ash,Gold,2025-01-10",
  "Bo,Birch,Silver,2025-01-11",
  "Cy,Cedar,Silver,2025-01-12",
);

/** An import that has run, and created both plans of its file. */
async function imported(gym: Gym) {
  const { id } = await uploadCsv(gym, file);
  const plans = { Gold: "create", Silver: "create" } as const;
  const new_plans = { Gold: monthlyAt(5_900), Silver: monthlyAt(3_900) };
  await call(contracts.updateImport, { id, options: { plans, new_plans } }, owner(gym));
  await checked(gym, id);
  await done(gym, id);
  return id;
}

const plansOf = async (gym: Gym) => (await call(listPlans, {}, owner(gym))).data;

test("X9 the plans that an import created go with it", async () => {
  const gym = await newGym();
  const id = await imported(gym);
  expect((await call(contracts.getImport, { id }, owner(gym))).created_plans).toEqual(["Gold", "Silver"]);
  const undone = await call(contracts.undoImport, { id }, owner(gym));
  expect([undone.status, undone.created_plans]).toEqual(["undone", []]);
  expect(await plansOf(gym)).toEqual([]);
});

test("X9 a plan that was sold to another member since stays and is named", async () => {
  const gym = await newGym();
  const id = await imported(gym);
  const silver = (await plansOf(gym)).find(({ name }) => name === "Silver");
  await call(sellMembership, { member_id: gym.member_id, plan_id: silver?.id ?? "" }, owner(gym));
  expect((await call(contracts.undoImport, { id }, owner(gym))).created_plans).toEqual(["Silver"]);
  expect((await plansOf(gym)).map(({ name }) => name)).toEqual(["Silver"]);
});

test("X9 a plan that another file was read into stays until that file is through", async () => {
  const gym = await newGym();
  const id = await imported(gym);
  const next = await uploadCsv(gym, csv("First name,Plan,Start date", "Dee,gold,2025-02-01"));
  await checked(gym, next.id);
  expect((await call(contracts.undoImport, { id }, owner(gym))).created_plans).toEqual(["Gold"]);
  expect((await done(gym, next.id)).summary?.memberships).toBe(1);
});
