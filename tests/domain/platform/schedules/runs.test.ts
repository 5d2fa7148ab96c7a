import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { locations, organizations, scheduleSettings } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listStaffNotices } from "@/lib/contracts/messages/staff-notices";
import { executeScheduleRun, failScheduleRun, startDueScheduleRuns } from "@/lib/domain/platform/schedules";
import { loadSchedule, runnableSchedules } from "@/lib/domain/platform/schedules/schedules";
import { systemCaller } from "@/lib/kernel/caller";
import { scheduleNames } from "@/lib/values/notifications";
import { newGym, newLocation } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { claimAt, type GymRef, oldGym, runsOf, takeOrders, workOff } from "@/tests/support/jobs/schedules";

/** A Monday, 10:00 in New York. */
const monday = "2026-03-02T15:00:00Z";
const inGym = ({ organization_id }: GymRef) => ({ organization_id, user_id: null });
const inactive = async (gym: GymRef) => (await runsOf(gym)).filter(({ schedule }) => schedule === "inactive-members");

test("every schedule that can be set is one that runs, and is declared under its name", async () => {
  expect([...runnableSchedules].sort()).toEqual([...scheduleNames].sort());
  const loaded = await Promise.all(runnableSchedules.map(loadSchedule));
  expect(loaded.map(({ name }) => name)).toEqual(runnableSchedules);
});

test("R9 twenty workers that tick at once run each day once", async () => {
  const gym = await oldGym("America/New_York");
  await Promise.all(Array.from({ length: 20 }, () => claimAt(gym, monday)));
  const runs = await inactive(gym);
  expect(runs.map(({ run_on, state, repetition }) => [run_on, state, repetition])).toEqual([
    ["2026-03-02", "running", 0],
  ]);
  const ordered = (await takeOrders(gym)).flat();
  expect(ordered.filter((id) => id === runs[0]?.id)).toHaveLength(1);
});

test("R9 each location has its own day and hour", async () => {
  const gym = await oldGym("America/New_York");
  const kolkata = await newLocation(gym, "Kolkata", "Asia/Kolkata");
  await inTenant(inGym(gym), (db) =>
    db.update(locations).set({ created_at: "2024-01-01T00:00:00Z" }).where(eq(locations.id, kolkata)),
  );
  await claimAt(gym, "2026-03-02T04:30:00Z");
  expect((await inactive(gym)).map(({ location_id, run_on }) => [location_id, run_on])).toEqual([
    [kolkata, "2026-03-02"],
  ]);
  await claimAt(gym, monday);
  expect((await inactive(gym)).map(({ location_id }) => location_id).sort()).toEqual([kolkata, gym.location_id].sort());
});

test("a run says when it was done, and a second worker finds it done", async () => {
  const gym = await oldGym("America/New_York");
  await claimAt(gym, monday);
  const [run] = await inactive(gym);
  if (!run) throw new Error("Nothing was claimed");
  const clockwork = systemCaller("Schedules", gym.organization);
  const two = await Promise.all([
    executeScheduleRun(clockwork, { run_id: run.id }),
    executeScheduleRun(clockwork, { run_id: run.id }),
  ]);
  expect(two).toEqual(Array(2).fill({ state: "done", found: 0, acted: 0 }));
  const [after] = await inactive(gym);
  expect([after?.state, after?.finished_at !== null]).toEqual(["done", true]);
});

test("a finally failed run is in the log, and those who may run it again are notified once", async () => {
  const gym = await oldGym("America/New_York");
  await claimAt(gym, monday);
  const [run] = await inactive(gym);
  const clockwork = systemCaller("Schedules", gym.organization);
  const failure = "It failed after several attempts.";
  for (let time = 0; time < 2; time++) await failScheduleRun(clockwork, { run_id: run?.id ?? "", failure });
  const [after] = await inactive(gym);
  expect([after?.state, after?.failure]).toEqual(["failed", failure]);
  const { data } = await call(listStaffNotices, {}, { token: gym.people.admin.token });
  expect(data.map(({ kind, title, body }) => [kind, title, body])).toEqual([
    ["schedule_failed", "Inactive members did not run on 2 Mar 2026", `Main: ${failure}`],
  ]);
  expect((await call(listStaffNotices, {}, { token: gym.people.trainer.token })).data).toEqual([]);
});

test("a suspended organization and an archived location run nothing", async () => {
  const [suspended, gym] = await Promise.all([oldGym("America/New_York"), oldGym("America/New_York")]);
  await inTenant(inGym(suspended), (db) =>
    db
      .update(organizations)
      .set({ suspended_at: "2026-02-01T00:00:00Z" })
      .where(eq(organizations.id, suspended.organization_id)),
  );
  await inTenant(inGym(gym), (db) =>
    db.update(locations).set({ archived_at: "2026-02-01T00:00:00Z" }).where(eq(locations.id, gym.location_id)),
  );
  expect([await claimAt(suspended, monday), await claimAt(gym, monday)]).toEqual([{ claimed: 0 }, { claimed: 0 }]);
});

test("C14 the days that were missed are ordered together, the oldest first", async () => {
  const gym = await oldGym("America/New_York");
  await inTenant(inGym(gym), (db) =>
    db.insert(scheduleSettings).values({
      organization_id: gym.organization_id,
      schedule: "inactive-members",
      is_on: true,
      local_time: "10:00",
      weekday: null,
    }),
  );
  await claimAt(gym, monday);
  await workOff(gym, monday);
  await claimAt(gym, "2026-03-05T16:00:00Z");
  const days = new Map((await inactive(gym)).map(({ id, run_on }) => [id, run_on]));
  const orders = (await takeOrders(gym)).map((ids) => ids.flatMap((id) => days.get(id) ?? []));
  expect(orders.filter((order) => order.length > 0)).toEqual([["2026-03-03", "2026-03-04", "2026-03-05"]]);
});

test("only the system may start the work of a schedule", async () => {
  const gym = await newGym();
  await expect(startDueScheduleRuns(gym.people.gym_owner.caller, {})).rejects.toMatchObject({ code: "forbidden" });
});
