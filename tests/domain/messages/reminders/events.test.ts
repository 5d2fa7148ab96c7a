import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { imports } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { cancelMembership, sellMembership, withdrawCancellation } from "@/lib/domain/memberships";
import { confirmCancellation, welcomeMember } from "@/lib/domain/messages/reminders";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { newMembership } from "@/tests/support/gym/visits";
import { messagesOf } from "@/tests/support/messages/messages";

const noon = "2026-03-05T11:00:00Z";
const ownerOf = (gym: Gym, at = noon) => ({ ...gym.people.gym_owner.caller, clock: fixedClock(at) });
const system = (gym: Gym) => systemCaller("Test", gym.organization, fixedClock(noon));
const rahel = { first_name: "Rahel", email: "rahel@example.com" };

async function sold(gym: Gym, member_id: string, at = noon): Promise<string> {
  const plan = await newPlan(gym);
  return (await sellMembership(ownerOf(gym, at), { member_id, plan_id: plan.id })).id;
}

const bodies = async (gym: Gym) => (await messagesOf(gym)).map(({ kind, event_key }) => `${kind} ${event_key}`);

test("a member with a first membership is welcomed once", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, rahel);
  const first = await sold(gym, member_id);
  const second = await sold(gym, member_id, "2026-03-06T11:00:00Z");
  for (const membership_id of [first, first, second]) await welcomeMember(system(gym), { membership_id });
  expect(await bodies(gym)).toEqual(["welcome welcome"]);
  expect((await messagesOf(gym))[0]?.body).toContain("begins on 5 March");
});

test("P10 an imported membership sends no welcome, and neither does the next one of the same member", async () => {
  const gym = await newGym();
  const { organization_id } = gym;
  const import_id = newId();
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(imports).values({
      id: import_id,
      organization_id,
      file_name: "members.csv",
      status: "done",
      headers: [],
      mapping: {},
      options: {},
      date_format_evidence: "",
    }),
  );
  const member_id = await newMember(gym, rahel);
  const imported = await newMembership(gym, member_id, { import_id, created_at: "2026-01-01T00:00:00Z" });
  for (const membership_id of [imported, await sold(gym, member_id)]) {
    expect(await welcomeMember(system(gym), { membership_id })).toEqual({ queued: 0 });
  }
  expect(await bodies(gym)).toEqual([]);
});

test("F2 a cancellation is confirmed in writing with its last day, and again after it was withdrawn and repeated", async () => {
  const gym = await newGym();
  const membership_id = await sold(gym, await newMember(gym, rahel));
  await cancelMembership(ownerOf(gym), { id: membership_id, when: "period_end" });
  for (let time = 0; time < 2; time++) await confirmCancellation(system(gym), { membership_id });
  const [message, ...more] = await messagesOf(gym);
  expect([message?.kind, message?.category, more]).toEqual(["cancellation_confirmed", "transactional", []]);
  expect(message?.body).toContain("Its last day is 4 April");
  await withdrawCancellation(ownerOf(gym), { id: membership_id });
  expect(await confirmCancellation(system(gym), { membership_id })).toEqual({ queued: 0 });
  await cancelMembership(ownerOf(gym, "2026-03-05T12:00:00Z"), { id: membership_id, when: "period_end" });
  expect(await confirmCancellation(system(gym), { membership_id })).toEqual({ queued: 1 });
});

test("A1 a membership of another gym sends no message", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const membership_id = await sold(other, await newMember(other, rahel));
  expect(await welcomeMember(system(gym), { membership_id })).toEqual({ queued: 0 });
  expect(await confirmCancellation(system(gym), { membership_id })).toEqual({ queued: 0 });
});
