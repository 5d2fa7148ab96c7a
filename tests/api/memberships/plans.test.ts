import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/memberships/membership-plans";
import { getMembership } from "@/lib/contracts/memberships/memberships";
import { newGym, newLocation } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";

test("a plan takes its currency from the gym and its interval from its kind", async () => {
  const gym = await newGym({ currency: "INR", time_zone: "Asia/Kolkata" });
  const { token } = gym.people.admin;
  const monthly = await call(
    contracts.createPlan,
    { name: "Monthly", kind: "recurring", price_minor: 150000 },
    { token },
  );
  expect([monthly.currency, monthly.interval_unit, monthly.interval_count]).toEqual(["INR", "month", 1]);
  const visit = await call(contracts.createPlan, { name: "Day pass", kind: "day_pass", price_minor: 30000 }, { token });
  expect([visit.interval_unit, visit.interval_count]).toEqual(["day", 1]);
});

test("an invalid plan is rejected with the field that is wrong", async () => {
  const gym = await newGym();
  const { token } = gym.people.admin;
  const base = { name: "Odd", kind: "recurring", price_minor: 5900 };
  const refused = await Promise.all(
    [
      { ...base, kind: "session_pack" },
      { ...base, kind: "day_pass", interval_unit: "month" },
      { ...base, kind: "trial", joining_fee_minor: 100 },
      { ...base, price_minor: -1 },
      { ...base, price_minor: 59.5 },
      { ...base, interval_count: 0 },
      { ...base, currency: "USDT" },
      { ...base, access_hours: { mon: [{ opens: "25:00", closes: "26:00" }] } },
    ].map((input) => refusal(contracts.createPlan, input, { token })),
  );
  expect(refused.map(({ status, errors }) => [status, errors?.[0]?.field.split(".")[0]])).toEqual([
    [422, "sessions_included"],
    [422, "interval_unit"],
    [422, "joining_fee_minor"],
    [422, "price_minor"],
    [422, "price_minor"],
    [422, "interval_count"],
    [422, "currency"],
    [422, "access_hours"],
  ]);
});

test("C20 a new price applies to the next sale; sold memberships keep their price", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const plan = await newPlan(gym, { price_minor: 5900 });
  const sold = await newSale(gym, { plan_id: plan.id });
  await call(contracts.updatePlan, { id: plan.id, price_minor: 6900, name: "Dearer" }, { token });
  const after = await call(getMembership, { id: sold.id }, { token });
  expect([after.price_minor, after.plan_name]).toEqual([5900, plan.name]);
  expect((await newSale(gym, { plan_id: plan.id })).price_minor).toBe(6900);
});

test("once a plan is sold, how often and in what currency it bills cannot change", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const plan = await newPlan(gym);
  await call(contracts.updatePlan, { id: plan.id, interval_count: 3 }, { token });
  await newSale(gym, { plan_id: plan.id });
  const answers = await Promise.all(
    [{ interval_count: 1 }, { interval_unit: "week" }, { kind: "fixed_term" }, { currency: "USD" }].map((change) =>
      refusal(contracts.updatePlan, { id: plan.id, ...change }, { token }),
    ),
  );
  expect(answers.map(({ status, code }) => [status, code])).toEqual(Array(4).fill([409, "in_use"]));
});

test("an archived plan is off the list and off sale, and comes back", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const plan = await newPlan(gym);
  const names = async () => (await call(contracts.listPlans, {}, { token })).data.map(({ name }) => name);
  await call(contracts.archivePlan, { id: plan.id }, { token });
  expect(await names()).toEqual([]);
  await expect(newSale(gym, { plan_id: plan.id })).rejects.toMatchObject({ code: "invalid_input" });
  await call(contracts.restorePlan, { id: plan.id }, { token });
  expect(await names()).toEqual([plan.name]);
});

test("a plan comes back from the archive only when its name is free", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const plan = await newPlan(gym, { name: "Gold" });
  await call(contracts.archivePlan, { id: plan.id }, { token });
  await newPlan(gym, { name: "gold" });
  expect((await refusal(contracts.restorePlan, { id: plan.id }, { token })).code).toBe("already_exists");
});

test("A2 a plan's name and code are unique in one gym and free in the next", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const fields = { name: "Gold", code: "GOLD", kind: "recurring" as const, price_minor: 5900 };
  await call(contracts.createPlan, fields, { token: gym.people.admin.token });
  await call(contracts.createPlan, fields, { token: other.people.admin.token });
  const twin = await refusal(
    contracts.createPlan,
    { ...fields, name: "GOLD", code: "G2" },
    { token: gym.people.admin.token },
  );
  const code = await refusal(contracts.createPlan, { ...fields, name: "Silver" }, { token: gym.people.admin.token });
  expect([twin.code, code.code]).toEqual(["already_exists", "already_exists"]);
});

test("a plan for some locations is priced in their currency and listed there only", async () => {
  const gym = await newGym({ currency: "USD", time_zone: "America/New_York" });
  const { token } = gym.people.gym_owner;
  const second = await newLocation(gym, "Second");
  await newPlan(gym, { name: "Everywhere" });
  await newPlan(gym, { name: "Second only", location_ids: [second] });
  const names = async (location_id: string) =>
    (await call(contracts.listPlans, { location_id }, { token })).data.map(({ name }) => name);
  expect(await names(gym.location_id)).toEqual(["Everywhere"]);
  expect(await names(second)).toEqual(["Everywhere", "Second only"]);
  const foreign = await refusal(
    contracts.createPlan,
    { name: "Odd", kind: "recurring", price_minor: 1, currency: "EUR", location_ids: [second] },
    { token },
  );
  expect([foreign.status, foreign.errors?.[0]?.field]).toEqual([422, "currency"]);
});

test("the number of members of a plan follows from their dates, and members cannot see it", async () => {
  const gym = await newGym();
  const plan = await newPlan(gym);
  await newSale(gym, { plan_id: plan.id });
  await newSale(gym, { plan_id: plan.id });
  const count = async (token: string) =>
    (await call(contracts.listPlans, { with_counts: true }, { token })).data[0]?.current_memberships;
  expect(await count(gym.people.receptionist.token)).toBe(2);
  expect(await count(gym.people.member.token)).toBeUndefined();
});

test("A3 an administrator of one branch changes that branch's plans and no other", async () => {
  const gym = await newGym();
  const everywhere = await newPlan(gym);
  const here = await newPlan(gym, { location_ids: [gym.location_id] });
  const { token } = await newBoundStaff(gym, "admin", [gym.location_id]);
  const answers = await Promise.all([
    refusal(contracts.updatePlan, { id: everywhere.id, price_minor: 1 }, { token }),
    refusal(contracts.archivePlan, { id: everywhere.id }, { token }),
    refusal(contracts.updatePlan, { id: here.id, location_ids: [] }, { token }),
    refusal(contracts.createPlan, { name: "All", kind: "recurring", price_minor: 1 }, { token }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  await call(contracts.updatePlan, { id: here.id, price_minor: 6100 }, { token });
});
