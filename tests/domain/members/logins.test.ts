import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberLogins, members } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { newGym, newMember, newUser } from "@/tests/support/gym/gym";

const own = (user_id: string) =>
  inIdentity(user_id, (db) => db.select({ member_id: memberLogins.member_id }).from(memberLogins));

test("a user finds their own member record in any gym, and no other", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const user = await newUser();
  const here = await newMember(gym, { user_id: user.id });
  const there = await newMember(other, { user_id: user.id });
  expect((await own(user.id)).map(({ member_id }) => member_id).sort()).toEqual([here, there].sort());
});

test("a member who is archived, or given to another user, is no longer found by the first", async () => {
  const gym = await newGym();
  const [first, second] = await Promise.all([newUser(), newUser()]);
  const member_id = await newMember(gym, { user_id: first.id });
  const change = (fields: Partial<typeof members.$inferInsert>) =>
    inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db
        .update(members)
        .set(fields)
        .where(and(eq(members.organization_id, gym.organization_id), eq(members.id, member_id))),
    );
  await change({ user_id: second.id });
  expect(await own(first.id)).toEqual([]);
  expect(await own(second.id)).toEqual([{ member_id }]);
  await change({ archived_at: "2026-03-05T10:00:00Z" });
  expect(await own(second.id)).toEqual([]);
  await change({ archived_at: null });
  expect(await own(second.id)).toEqual([{ member_id }]);
});

test("members are visible in their own organization only, even to their own user", async () => {
  const gym = await newGym();
  const user = await newUser();
  await newMember(gym, { user_id: user.id });
  expect(await inIdentity(user.id, (db) => db.select({ id: members.id }).from(members))).toEqual([]);
});
