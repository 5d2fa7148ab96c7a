import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { staff } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listStaffNotices, readAllStaffNotices, updateStaffNotice } from "@/lib/contracts/messages/staff-notices";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import type { NewNotice } from "@/lib/domain/messages/staff-notices/notify-staff";
import { type Gym, newGym, newLocation, newStaff, type Person } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";
import { asJob } from "@/tests/support/jobs/as-job";
import { newNotice } from "@/tests/support/messages/notices";

const monday = "2026-03-02T15:00:00Z";

const away = (change: Partial<NewNotice> = {}): NewNotice => ({
  kind: "inactive_members",
  event_key: "inactive-members:2026-03-02",
  title: "12 members have not been in for 14 days",
  body: "Main, on 2 March.",
  permission: "members.archive",
  ...change,
});

const notifyTeam = (gym: Gym, notice: NewNotice) => asJob(gym, monday, (ctx) => notifyStaff(ctx, notice));
const titlesOf = async ({ token }: Person) =>
  (await call(listStaffNotices, {}, { token })).data.map(({ title }) => title);

test("a notice goes to all staff who may act on it, and to no one else", async () => {
  const gym = await newGym();
  const left = await newStaff(gym, "admin");
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.update(staff).set({ ended_at: monday }).where(eq(staff.user_id, left.user_id)),
  );
  expect(await notifyTeam(gym, away())).toBe(2);
  const { gym_owner, admin, trainer, receptionist } = gym.people;
  expect(await Promise.all([gym_owner, admin, trainer, receptionist].map(titlesOf))).toEqual([
    ["12 members have not been in for 14 days"],
    ["12 members have not been in for 14 days"],
    [],
    [],
  ]);
});

test("P1 a staff member gets a notice once, and one who joins later still gets it", async () => {
  const gym = await newGym();
  await notifyTeam(gym, away());
  expect(await notifyTeam(gym, away({ title: "Sent twice" }))).toBe(0);
  expect(await notifyTeam(gym, away({ permission: "members.write", title: "For the desk too" }))).toBe(1);
  expect(await titlesOf(gym.people.gym_owner)).toEqual(["12 members have not been in for 14 days"]);
  expect(await titlesOf(gym.people.receptionist)).toEqual(["For the desk too"]);
});

test("A3 a notice about a location reaches those who work there or everywhere", async () => {
  const gym = await newGym();
  const second = await newLocation(gym, "Second");
  const [here, there] = await Promise.all([
    newBoundStaff(gym, "admin", [gym.location_id]),
    newBoundStaff(gym, "admin", [second]),
  ]);
  await notifyTeam(gym, away({ location_id: second }));
  expect([await titlesOf(here), (await titlesOf(there)).length, (await titlesOf(gym.people.admin)).length]).toEqual([
    [],
    1,
    1,
  ]);
});

test("a colleague reads, counts and marks their own notices only", async () => {
  const gym = await newGym();
  const { gym_owner, admin } = gym.people;
  const { token } = admin;
  const foreign = await newNotice(gym, gym_owner);
  const own = await newNotice(gym, admin, { created_at: "2026-03-02T15:00:00Z" });
  await newNotice(gym, admin, { created_at: "2026-03-01T15:00:00Z" });
  const first = await call(listStaffNotices, { limit: 1 }, { token });
  expect([first.unread, first.data.map(({ id }) => id)]).toEqual([2, [own]]);
  const marked = await call(updateStaffNotice, { id: own, is_read: true }, { token });
  expect((await call(updateStaffNotice, { id: own, is_read: true }, { token })).read_at).toBe(marked.read_at);
  expect((await call(listStaffNotices, { is_unread: true }, { token })).unread).toBe(1);
  expect((await refusal(updateStaffNotice, { id: foreign, is_read: true }, { token })).status).toBe(404);
  expect(await call(readAllStaffNotices, {}, { token })).toEqual({ read: 1 });
  expect((await call(updateStaffNotice, { id: own, is_read: false }, { token })).read_at).toBeNull();
  expect((await call(listStaffNotices, {}, { token: gym_owner.token })).unread).toBe(1);
});
