import { expect, test } from "vitest";
import { staffLocations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { getDashboard } from "@/lib/domain/insight/dashboard";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { sellMembership } from "@/tests/support/gym/memberships";

const at = (gym: Gym, role: "gym_owner" | "receptionist", now: string) => ({
  ...gym.people[role].caller,
  clock: fixedClock(now),
});

test("B4 this month begins at local midnight of each location", async () => {
  const gym = await newGym({ time_zone: "Pacific/Auckland" });
  const one = await newMember(gym, { joined_on: "2026-03-01" });
  await newMember(gym, { joined_on: "2026-02-10" });
  await sellMembership(gym, one, {
    price_minor: 5_900,
    created_at: "2026-02-28T11:30:00.000Z",
    starts_on: "2026-03-01",
  });
  await sellMembership(gym, one, {
    price_minor: 4_000,
    created_at: "2026-02-28T10:30:00.000Z",
    starts_on: "2026-02-28",
  });
  const figures = await getDashboard(at(gym, "gym_owner", "2026-02-28T12:00:00Z"), {});
  expect(figures).toMatchObject({
    today: "2026-03-01",
    month_starts_on: "2026-03-01",
    new_members: 1,
    new_members_last_month: 1,
  });
  expect(figures.revenue).toEqual([
    { currency: "EUR", amount_minor: 5_900, memberships_sold: 1, by_day: [{ on: "2026-03-01", amount_minor: 5_900 }] },
  ]);
});

test("A3 a person bound to one location sees that location's figures only", async () => {
  const gym = await newGym();
  const other = await newLocation(gym, "Second");
  await newMember(gym, { joined_on: "2026-03-02" });
  await newMember(gym, { joined_on: "2026-03-03", home_location_id: other });
  const { organization_id } = gym;
  const { staff_id } = gym.people.admin.caller;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(staffLocations).values({ organization_id, staff_id: staff_id ?? "", location_id: other }),
  );
  const bound = { ...gym.people.admin.caller, location_ids: [other], clock: fixedClock("2026-03-05T12:00:00Z") };
  expect((await getDashboard(bound, {})).new_members).toBe(1);
  await expect(getDashboard(bound, { location_id: gym.location_id })).rejects.toMatchObject({ code: "not_found" });
});

test("A4 the front desk sees no revenue", async () => {
  const gym = await newGym();
  await sellMembership(gym, gym.member_id, { created_at: "2026-03-02T10:00:00.000Z" });
  const figures = await getDashboard(at(gym, "receptionist", "2026-03-05T12:00:00Z"), {});
  expect(Object.keys(figures)).toEqual(["today", "month_starts_on", "new_members", "new_members_last_month"]);
});
