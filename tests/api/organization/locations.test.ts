import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/organization/locations";
import { newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";

test("a location changes its hours, capacity and zone, and keeps its version count", async () => {
  const gym = await newGym();
  const { token } = gym.people.admin;
  const opening_hours = { mon: [{ opens: "06:00", closes: "22:00" }], sat: [{ opens: "22:00", closes: "02:00" }] };
  const after = await call(
    contracts.updateLocation,
    { id: gym.location_id, opening_hours, capacity: 60, time_zone: "Asia/Kolkata" },
    { token },
  );
  expect(after).toMatchObject({ opening_hours, capacity: 60, time_zone: "Asia/Kolkata", version: 2 });
  const unlimited = await call(contracts.updateLocation, { id: gym.location_id, capacity: null }, { token });
  expect([unlimited.capacity, unlimited.version]).toEqual([null, 3]);
});

test("hours, zones and currencies that do not exist are refused with the field that is wrong", async () => {
  const gym = await newGym();
  const { token } = gym.people.admin;
  const refused = await Promise.all(
    [
      { opening_hours: { mon: [{ opens: "6:00", closes: "22:00" }] } },
      { opening_hours: { monday: "24h" } },
      { opening_hours: { mon: "always" } },
      { time_zone: "Europe/Atlantis" },
      { currency: "BTC" },
      { capacity: 0 },
      { week_starts_on: 8 },
    ].map((change) => refusal(contracts.updateLocation, { id: gym.location_id, ...change }, { token })),
  );
  expect(refused.map(({ status, errors }) => [status, errors?.[0]?.field.split(".")[0]])).toEqual([
    [422, "opening_hours"],
    [422, "opening_hours"],
    [422, "opening_hours"],
    [422, "time_zone"],
    [422, "currency"],
    [422, "capacity"],
    [422, "week_starts_on"],
  ]);
});

test("A2 two open locations of one gym differ in name; another gym may use the same", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const twin = { name: "MAIN", time_zone: "Europe/Berlin", currency: "EUR" as const, opening_hours: {} };
  const refused = await refusal(contracts.createLocation, twin, { token: gym.people.admin.token });
  expect([refused.status, refused.code]).toEqual([409, "already_exists"]);
  const created = await call(contracts.createLocation, { ...twin, name: "North" }, { token: other.people.admin.token });
  const renamed = await refusal(
    contracts.updateLocation,
    { id: created.id, name: "main" },
    { token: other.people.admin.token },
  );
  expect(renamed.code).toBe("already_exists");
});

test("a location that members call home is not archived, an empty one is and leaves the list", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const second = await newLocation(gym, "Second");
  await newMember(gym, { home_location_id: second });
  const refused = await refusal(contracts.archiveLocation, { id: second }, { token });
  expect([refused.status, refused.code]).toEqual([409, "in_use"]);
  const third = await newLocation(gym, "Third");
  await call(contracts.archiveLocation, { id: third }, { token });
  const names = async (include_archived: boolean) =>
    (await call(contracts.listLocations, { include_archived }, { token })).data.map(({ name }) => name);
  expect(await names(false)).toEqual(["Main", "Second"]);
  expect(await names(true)).toEqual(["Main", "Second", "Third"]);
});

test("the last open location stays open", async () => {
  const gym = await newGym();
  const second = await newLocation(gym, "Second");
  const { token } = gym.people.gym_owner;
  await call(contracts.archiveLocation, { id: second }, { token });
  expect((await refusal(contracts.archiveLocation, { id: gym.location_id }, { token })).code).toBe("in_use");
});

test("A3 who works at one location sees that one, and does not open others", async () => {
  const gym = await newGym();
  const second = await newLocation(gym, "Second");
  const { token } = await newBoundStaff(gym, "admin", [second]);
  const { data } = await call(contracts.listLocations, {}, { token });
  expect(data.map(({ id }) => id)).toEqual([second]);
  expect((await refusal(contracts.getLocation, { id: gym.location_id }, { token })).status).toBe(404);
  const opened = await refusal(
    contracts.createLocation,
    { name: "Mine", time_zone: "Europe/Berlin", currency: "EUR", opening_hours: {} },
    { token },
  );
  expect(opened.status).toBe(403);
});
