import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { imports } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listImportRows, readImport } from "@/lib/contracts/imports/import-rows";
import * as contracts from "@/lib/contracts/imports/imports";
import { listMembers } from "@/lib/contracts/members/members";
import { listPlans } from "@/lib/contracts/memberships/membership-plans";
import { createLocation } from "@/lib/contracts/organization/locations";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { checked, csv, done, monthlyAt, uploadCsv } from "@/tests/support/gym/imports";
import { call, refusal } from "@/tests/support/http/api";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const answer = (gym: Gym, id: string, options: object) => call(contracts.updateImport, { id, options }, owner(gym));
const file = csv(
  "First name,Plan,Start date,Price",
  "Ada,Gold,2025-01-10,59.00",
  "Bo,Gold,2025-01-11,",
  "Cy,Gold,2025-01-12,59.00",
  "Di,Ten visits,2025-01-13,90.00",
  "Ed,Ten visits,2025-01-13,80.00",
  "Fay,Staff,2025-01-14,0.00",
);

test("X16 the prices of the file are proposed only where all rows of the plan agree", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, file);
  const { plans, currency } = await call(readImport, { id }, owner(gym));
  expect(
    plans.map(({ name, rows, prices_minor, proposed_price_minor }) => [name, rows, prices_minor, proposed_price_minor]),
  ).toEqual([
    ["Gold", 3, [5_900], 5_900],
    ["Ten visits", 2, expect.arrayContaining([9_000, 8_000]), null],
    ["Staff", 1, [0], 0],
  ]);
  expect(currency).toBe("EUR");
});

test("X16 a run is refused while a plan has no terms, and names every open question", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, file);
  const open = async () =>
    (await call(readImport, { id }, owner(gym))).open_questions.map(({ question, plan }) => [question, plan]);
  expect(await open()).toEqual([
    ["plan", "Gold"],
    ["plan", "Ten visits"],
    ["plan", "Staff"],
  ]);
  const plans = { Gold: "create", "Ten visits": "create", Staff: "create" };
  await answer(gym, id, { plans });
  expect(await open()).toEqual([
    ["new_plan", "Gold"],
    ["new_plan", "Ten visits"],
    ["new_plan", "Staff"],
  ]);
  const refused = await refusal(contracts.checkImport, { id }, owner(gym));
  expect(refused.status).toBe(409);
  expect(refused.detail).toContain("“Gold”");
  expect(refused.detail).toContain("“Ten visits”");
  const pack = {
    kind: "session_pack",
    interval_unit: "month",
    interval_count: 6,
    price_minor: 9_000,
    sessions_included: 10,
  };
  const new_plans = { Gold: monthlyAt(5_900), "Ten visits": pack, Staff: monthlyAt(0) };
  await answer(gym, id, { new_plans });
  expect(await open()).toEqual([["free_plan", "Staff"]]);
  expect((await refusal(contracts.checkImport, { id }, owner(gym))).detail).toContain("“Staff” is free");
  await answer(gym, id, { new_plans: { ...new_plans, Staff: { ...monthlyAt(0), is_free: true } } });
  expect(await open()).toEqual([]);
  // Q1: the pack recurs not, the three monthly memberships at 59.00 do.
  expect((await checked(gym, id)).summary).toMatchObject({ ready: 6, monthly_recurring_minor: 17_700 });
  expect((await done(gym, id)).summary).toMatchObject({ memberships: 6, monthly_recurring_minor: 17_700 });
  const { data } = await call(listPlans, {}, owner(gym));
  expect(
    data
      .map(({ name, kind, interval_unit, interval_count, price_minor, currency, sessions_included }) => [
        ...[name, kind, interval_unit, interval_count, price_minor, currency, sessions_included],
      ])
      .sort(),
  ).toEqual([
    ["Gold", "recurring", "month", 1, 5_900, "EUR", null],
    ["Staff", "recurring", "month", 1, 0, "EUR", null],
    ["Ten visits", "session_pack", "month", 6, 9_000, "EUR", 10],
  ]);
});

test("X16 a row without a price takes the price of the new plan, also by the week", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("First name,Plan,Start date", "Ada,Gold,2025-01-10"));
  const weekly = { ...monthlyAt(1_200), interval_unit: "week" };
  await answer(gym, id, { plans: { Gold: "create" }, new_plans: { Gold: weekly } });
  expect((await checked(gym, id)).summary?.monthly_recurring_minor).toBe(5_200);
  const [row] = (await call(listImportRows, { id }, owner(gym))).data;
  expect(row?.forecast?.price_minor).toBe(1_200);
});

test.each([
  ["a day pass of a month", { Gold: { ...monthlyAt(900), kind: "day_pass" } }, /“Gold” cannot be created: A day pass/],
  ["a pack without sessions", { Gold: { ...monthlyAt(900), kind: "session_pack" } }, /Enter the number of sessions/],
  ["one plan twice", { Gold: monthlyAt(900), gold: monthlyAt(800) }, /“gold” is the same plan as “Gold”/],
  ["a price in another currency", { Gold: { ...monthlyAt(900), currency: "USD" } }, /uses EUR/],
])("X16 %s is refused", async (_, new_plans, message) => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("First name,Plan", "Ada,Gold"));
  const refused = await refusal(contracts.updateImport, { id, options: { new_plans } } as never, owner(gym));
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused)).toMatch(message);
});

test("X7 rows of a plan that the owner leaves out are refused with that reason, and the rest is imported", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("First name,Plan,Start date", "Ada,Test,2025-01-10", "Bo,,"));
  await answer(gym, id, { plans: { Test: "leave_out" } });
  expect((await call(readImport, { id }, owner(gym))).open_questions).toEqual([]);
  expect((await checked(gym, id)).summary).toMatchObject({ ready: 1, refused: 1, plans: [{ plan_id: null }] });
  const [row] = (await call(listImportRows, { id, status: ["refused"] }, owner(gym))).data;
  expect(row?.problems.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
    "plan_left_out",
  ]);
  expect((await done(gym, id)).status).toBe("done");
});

test("X16 an import from before the question, already checked, is not run", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("First name,Plan,Start date", "Ada,Gold,2025-01-10"));
  await answer(gym, id, { plans: { Gold: "create" }, new_plans: { Gold: monthlyAt(5_900) } });
  const job = await checked(gym, id);
  const { new_plans: _, ...before } = job.options;
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.update(imports).set({ options: before }).where(eq(imports.id, id)),
  );
  expect((await call(contracts.getImport, { id }, owner(gym))).options.new_plans).toEqual({});
  expect((await refusal(contracts.runImport, { id }, owner(gym))).detail).toContain("new plan “Gold”");
});

test("X6 phones without a prefix get the country of the location, until the owner chooses another one", async () => {
  const gym = await newGym();
  const body = csv("First name,Phone", "Ada,0151 23456789");
  const { id, options } = await uploadCsv(gym, body);
  expect(options.calling_code).toBe("49");
  expect((await call(readImport, { id }, owner(gym))).country).toEqual({ code: "DE", calling_code: "49" });
  const london = await call(
    createLocation,
    { name: "London", time_zone: "Europe/London", currency: "EUR", opening_hours: {} },
    owner(gym),
  );
  expect((await answer(gym, id, { location_id: london.id })).options.calling_code).toBe("44");
  expect((await answer(gym, id, { calling_code: "33" })).options.calling_code).toBe("33");
  expect((await answer(gym, id, { location_id: gym.location_id })).options.calling_code).toBe("33");
  await answer(gym, id, { calling_code: "49" });
  await checked(gym, id);
  await done(gym, id);
  const { data } = await call(listMembers, { q: "Ada" }, owner(gym));
  expect(data.map(({ phone }) => phone)).toContain("+4915123456789");
});
