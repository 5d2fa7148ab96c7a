import { expect, test } from "vitest";
import { quoteMembership, sellMembership } from "@/lib/domain/memberships";
import { fixedClock } from "@/lib/kernel/clock";
import { Problem } from "@/lib/kernel/errors";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";

const clock = fixedClock("2026-03-05T12:00:00Z");

const problemOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) return error === null ? "done" : Promise.reject(error);
  const [first] = error.extras.errors ?? [];
  return first ? `${first.field}: ${first.message}` : error.code;
};

async function youthGym() {
  const gym = await newGym({ clock });
  const plan = await newPlan(gym, { name: "Junior", min_age: 12, max_age: 17 });
  const born = (birth_on: string | null) => newMember(gym, { first_name: "Ada", birth_on });
  return { gym, plan_id: plan.id, born };
}

const at = (gym: Gym, role: "gym_owner" | "receptionist") => gym.people[role].caller;

test("a plan for an age group is quoted and sold by the age on the first day", async () => {
  const { gym, plan_id, born } = await youthGym();
  const desk = at(gym, "receptionist");
  const turns_18 = await born("2008-03-06");
  expect(await problemOf(sellMembership(desk, { member_id: turns_18, plan_id }))).toBe("done");
  const refused =
    "plan_id: Junior is for members from 12 to 17 years, and Ada is 18 on the first day. Choose another plan";
  expect(await problemOf(quoteMembership(desk, { member_id: turns_18, plan_id, starts_on: "2026-03-06" }))).toBe(
    refused,
  );
  expect(await problemOf(sellMembership(desk, { member_id: turns_18, plan_id, starts_on: "2026-03-06" }))).toBe(
    refused,
  );
  expect(await problemOf(quoteMembership(desk, { member_id: await born("2014-03-06"), plan_id }))).toContain(
    "Ada is 11",
  );
  expect(await problemOf(quoteMembership(desk, { member_id: await born(null), plan_id }))).toBe(
    "plan_id: Junior is for members from 12 to 17 years. Enter the date of birth of Ada first",
  );
});

test("who may override sells it, and reads in the quote that the age does not fit", async () => {
  const { gym, plan_id, born } = await youthGym();
  const adult = { member_id: await born("1990-01-01"), plan_id };
  expect((await quoteMembership(at(gym, "gym_owner"), adult)).notes).toEqual([
    "Junior is for members from 12 to 17 years, and Ada is 36 on the first day. Choose another plan",
  ]);
  expect(await problemOf(sellMembership(at(gym, "gym_owner"), adult))).toBe("done");
  const child = { member_id: await born("2012-01-01"), plan_id };
  expect((await quoteMembership(at(gym, "gym_owner"), child)).notes).toEqual([]);
});
