import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organizations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { getGettingStarted, openDesk, updateGettingStarted } from "@/lib/contracts/insight/getting-started";
import { updateLocation } from "@/lib/contracts/organization/locations";
import { createInvitation } from "@/lib/contracts/team/invitations";
import { alwaysOpen } from "@/lib/values/opening-hours";
import { type Gym, newGym, newUser } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { newVisit } from "@/tests/support/gym/visits";
import { call } from "@/tests/support/http/api";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const open = async (gym: Gym) =>
  (await call(getGettingStarted, {}, owner(gym))).steps.filter(({ is_done }) => !is_done).map(({ step }) => step);

test("each first step completes itself from what the gym has", async () => {
  const gym = await newGym();
  await call(updateLocation, { id: gym.location_id, opening_hours: alwaysOpen }, owner(gym));
  const before = await call(getGettingStarted, {}, owner(gym));
  // The gym of a test has a member and staff.
  expect(before.steps.filter(({ is_done }) => !is_done).map(({ step }) => step)).toEqual(["plans", "desk", "check_in"]);
  expect(before).toMatchObject({ is_complete: false, is_hidden: false });
  await newPlan(gym);
  expect(await open(gym)).toEqual(["desk", "check_in"]);
  expect(await call(openDesk, {}, { token: gym.people.receptionist.token })).toBeNull();
  expect(await open(gym)).toEqual(["check_in"]);
  await newVisit(gym, gym.member_id);
  expect(await call(getGettingStarted, {}, owner(gym))).toMatchObject({ is_complete: true });
});

test("the first opening of the desk is the one that counts", async () => {
  const gym = await newGym();
  const openedAt = () =>
    inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
      const [row] = await db.select().from(organizations).where(eq(organizations.id, gym.organization_id));
      return row?.desk_opened_at;
    });
  await call(openDesk, {}, owner(gym));
  const first = await openedAt();
  expect(first).not.toBeNull();
  await call(openDesk, {}, owner(gym));
  expect(await openedAt()).toBe(first);
});

test("an owner hides the first steps for the gym, and takes it back", async () => {
  const [gym, other] = [await newGym(), await newGym()];
  expect((await call(updateGettingStarted, { is_hidden: true }, owner(gym))).is_hidden).toBe(true);
  expect((await call(getGettingStarted, {}, { token: gym.people.admin.token })).is_hidden).toBe(true);
  expect((await call(getGettingStarted, {}, owner(other))).is_hidden).toBe(false);
  expect((await call(updateGettingStarted, { is_hidden: false }, owner(gym))).is_hidden).toBe(false);
});

test("an invitation counts as the team", async () => {
  const gym = await newGym();
  const { email } = await newUser();
  await call(createInvitation, { email, role: "trainer" }, owner(gym));
  expect(await open(gym)).not.toContain("team");
});
