import { expect, test } from "vitest";
import type { Output } from "@/lib/contracts/contract";
import * as rows from "@/lib/contracts/imports/import-rows";
import * as contracts from "@/lib/contracts/imports/imports";
import { listPlans } from "@/lib/contracts/memberships/membership-plans";
import { newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { csv, monthlyAt, uploadCsv } from "@/tests/support/gym/imports";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";

type Job = Output<typeof contracts.getImport>;

/** An administrator of the second of two locations. */
async function branchAdmin() {
  const gym = await newGym();
  const branch = await newLocation(gym, "Branch");
  const { token } = await newBoundStaff(gym, "admin", [branch]);
  return { gym, branch, token };
}

async function settled(token: string, id: string): Promise<Job> {
  for (;;) {
    const job = await call(contracts.getImport, { id }, { token });
    if (job.status !== "checking" && job.status !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function check(token: string, body: string, options: Partial<Job["options"]> = {}): Promise<Job> {
  const { id } = await call(contracts.uploadImport, {}, { token, body });
  const { send_welcome: _, ...answers } = options;
  await call(contracts.updateImport, { id, options: { date_format: "iso", ...answers } }, { token });
  await call(contracts.checkImport, { id }, { token });
  return settled(token, id);
}

const problemsOf = async (token: string, id: string) =>
  (await call(rows.listImportRows, { id }, { token })).data.map(({ status, problems }) => [
    status,
    ...problems.map(({ code }) => code),
  ]);

test("A12 rows that name a location beyond the reach of the person who imports are refused", async () => {
  const { token } = await branchAdmin();
  const job = await check(token, csv("First name,Last name,Location", "Ada,Okafor,Main", "Bo,Lind,Branch"));
  expect(await problemsOf(token, job.id)).toEqual([["refused", "unknown_location"], ["ready"]]);
});

test("A12 a file that names locations in a column stays with those who reach all of them", async () => {
  const { gym, token } = await branchAdmin();
  const { id } = await uploadCsv(gym, csv("First name,Last name,Location", "Ada,Okafor,Main"));
  const own = await newBoundStaff(gym, "admin", [gym.location_id]);
  for (const reader of [token, own.token])
    expect(await refusal(contracts.getImport, { id }, { token: reader })).toMatchObject({ status: 404 });
});

test("A12 no membership goes to a member of another location by way of their e-mail", async () => {
  const { gym, branch, token } = await branchAdmin();
  await newMember(gym, { email: "main@example.com" });
  await newMember(gym, { email: "branch@example.com", home_location_id: branch });
  const body = csv("First name,Last name,Email", "Ada,Okafor,main@example.com", "Bo,Lind,branch@example.com");
  const job = await check(token, body, { duplicates: "same_person" });
  expect(await problemsOf(token, job.id)).toEqual([
    ["refused", "same_person", "member_elsewhere"],
    ["ready", "same_person"],
  ]);
});

test("A12 a plan that a bound person's import creates is sold at their locations only", async () => {
  const { gym, branch, token } = await branchAdmin();
  const body = csv("First name,Last name,Membership,Price", "Ada,Okafor,Gold,59.00");
  const job = await check(token, body, { plans: { Gold: "create" }, new_plans: { Gold: monthlyAt(5_900) } });
  await call(contracts.runImport, { id: job.id }, { token });
  expect((await settled(token, job.id)).status).toBe("done");
  const { data } = await call(listPlans, {}, { token: gym.people.gym_owner.token });
  expect(data.map(({ name, location_ids }) => [name, location_ids])).toEqual([["Gold", [branch]]]);
});
