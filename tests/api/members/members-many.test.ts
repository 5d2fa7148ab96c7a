import { expect, test } from "vitest";
import { archiveMember, archiveMembers, getMember, tagMembers } from "@/lib/contracts/members/members";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newMembership } from "@/tests/support/gym/visits";
import { call, refusal } from "@/tests/support/http/api";

const owner = (gym: Gym, key?: string) => ({
  token: gym.people.gym_owner.token,
  ...(key && { headers: { "idempotency-key": key } }),
});

test("A9 archiving several members tells the outcome of each, and audits each", async () => {
  const gym = await newGym();
  const stranger = await newMember(await newGym());
  const [free, done, runs] = [await newMember(gym), await newMember(gym), await newMember(gym)];
  await call(archiveMember, { id: done }, owner(gym));
  await newMembership(gym, runs, {});
  const ids = [runs, free, stranger, done];
  const { data } = await call(archiveMembers, { ids }, owner(gym, "spring-cleaning"));
  expect(data.map(({ id, outcome, refusal }) => [id, outcome, refusal?.code ?? null])).toEqual([
    [runs, "refused", "in_use"],
    [free, "done", null],
    [stranger, "refused", "not_found"],
    [done, "unchanged", null],
  ]);
  expect(data[0]?.refusal?.detail).toContain("Cancel the membership, then archive the member.");
  const archived = async (id: string) => (await call(getMember, { id }, owner(gym))).archived_at !== null;
  expect([await archived(runs), await archived(free)]).toEqual([false, true]);
  const audited = await auditOf(gym, "members.archive");
  expect(audited.map(({ target_id }) => target_id).sort()).toEqual([done, free].sort());
  // R3: the repetition of the request is its first answer, although the members changed.
  expect(await call(archiveMembers, { ids }, owner(gym, "spring-cleaning"))).toEqual({ data });
});

test("tags are added to and removed from several members in one request", async () => {
  const gym = await newGym();
  const [a, b] = [await newMember(gym, { tags: ["Yoga", "Old"] }), await newMember(gym, { tags: ["Knee"] })];
  const { data } = await call(tagMembers, { ids: [a, b], add: ["Knee"], remove: ["Old"] }, owner(gym));
  expect(data.map(({ outcome }) => outcome)).toEqual(["done", "unchanged"]);
  const tagsOf = async (id: string) => (await call(getMember, { id }, owner(gym))).tags;
  expect([await tagsOf(a), await tagsOf(b)]).toEqual([["Yoga", "Knee"], ["Knee"]]);
});

test("more than a hundred members in one request are refused", async () => {
  const gym = await newGym();
  const ids = Array.from({ length: 101 }, () => crypto.randomUUID());
  expect((await refusal(archiveMembers, { ids }, owner(gym))).code).toBe("invalid_input");
});
