import { expect, test } from "vitest";
import { listAudit } from "@/lib/contracts/platform/audit";
import { createScheduleRun, listScheduleRuns, listSchedules, updateSchedule } from "@/lib/contracts/platform/schedules";
import * as schedules from "@/lib/domain/platform/schedules";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";
import { claimAt, oldGym, openedAt, workOff } from "@/tests/support/jobs/schedules";

/** A Monday, 09:00 in New York. */
const monday = "2026-03-02T14:00:00Z";
const ownerAt = (gym: Gym, at = monday) => ({ ...gym.people.gym_owner.caller, clock: fixedClock(at) });
const named = <T extends { schedule: string }>(all: T[], name: string) => all.find(({ schedule }) => schedule === name);

test("the list says when each schedule runs next, by each location's own clock", async () => {
  const gym = await oldGym("America/New_York");
  const kolkata = await newLocation(gym, "Kolkata", "Asia/Kolkata");
  await openedAt(gym, "2024-01-01T00:00:00Z");
  await claimAt(gym, monday);
  const { data } = await schedules.listSchedules(ownerAt(gym), {});
  expect(data.map(({ schedule, local_time, weekday }) => `${schedule} ${local_time} ${weekday ?? "daily"}`)).toEqual([
    "renewals 02:00 daily",
    "membership-expiring 08:00 daily",
    "membership-expired 00:30 daily",
    "freeze-ended 00:15 daily",
    "birthday 09:00 daily",
    "inactive-members 10:00 1",
    "re-engagement 11:00 1",
    "revenue-recognition 02:30 daily",
    "credit-expiry 00:45 daily",
    "late-fees 08:30 daily",
    "payment-reminders 09:00 daily",
    "price-increase-notices 09:00 daily",
    "card-expiry 09:00 daily",
  ]);
  expect(named(data, "inactive-members")?.next).toEqual([
    {
      location_id: kolkata,
      location_name: "Kolkata",
      time_zone: "Asia/Kolkata",
      on: "2026-03-09",
      at: "2026-03-09T04:30:00Z",
    },
    {
      location_id: gym.location_id,
      location_name: "Main",
      time_zone: "America/New_York",
      on: "2026-03-02",
      at: "2026-03-02T15:00:00Z",
    },
  ]);
});

test("an administrator moves a schedule, and the second of two concurrent changes is rejected", async () => {
  const gym = await newGym();
  const { token } = gym.people.admin;
  const headers = { "if-match": '"0"' };
  const moved = await call(updateSchedule, { schedule: "birthday", local_time: "10:30" }, { token, headers });
  expect([moved.local_time, moved.is_on, moved.version]).toEqual(["10:30", true, 1]);
  const second = await refusal(updateSchedule, { schedule: "birthday", is_on: false }, { token, headers });
  expect([second.status, second.code]).toEqual([412, "version_conflict"]);
  const off = await call(updateSchedule, { schedule: "birthday", is_on: false }, { token });
  expect([off.is_on, off.local_time, off.next, off.version]).toEqual([false, "10:30", [], 2]);
  const { data } = await call(listAudit, { action: "schedules.update" }, { token });
  expect(data.map(({ after }) => after)).toEqual([{ birthday: "off 10:30 daily" }, { birthday: "on 10:30 daily" }]);
});

test("an hour that does not exist, a weekday that does not exist and an unknown schedule are refused", async () => {
  const { token } = (await newGym()).people.gym_owner;
  const refused = await Promise.all(
    [
      { schedule: "birthday", local_time: "24:00" },
      { schedule: "birthday", weekday: 8 },
      { schedule: "doomsday", is_on: true },
    ].map((input) => refusal(updateSchedule, input, { token })),
  );
  expect(refused.map(({ status, errors }) => [status, errors?.[0]?.field])).toEqual([
    [422, "local_time"],
    [422, "weekday"],
    [422, "schedule"],
  ]);
});

test("a schedule that was switched off and on again does not run the days in between", async () => {
  const gym = await oldGym("America/New_York");
  await claimAt(gym, "2026-03-02T15:00:00Z");
  await schedules.updateSchedule(ownerAt(gym, "2026-03-03T12:00:00Z"), { schedule: "inactive-members", is_on: false });
  await schedules.updateSchedule(ownerAt(gym, "2026-03-12T12:00:00Z"), {
    schedule: "inactive-members",
    is_on: true,
    weekday: 4,
  });
  await claimAt(gym, "2026-03-12T15:00:00Z");
  const { data } = await schedules.listScheduleRuns(ownerAt(gym), { schedule: "inactive-members" });
  expect(data.map(({ run_on }) => run_on)).toEqual(["2026-03-12", "2026-03-02"]);
});

test("R9 a day is run again on demand, and the log shows who asked for it", async () => {
  const gym = await oldGym("America/New_York");
  await claimAt(gym, "2026-03-02T15:00:00Z");
  await workOff(gym, "2026-03-02T15:00:00Z");
  const input = { schedule: "inactive-members", location_id: gym.location_id, run_on: "2026-03-02" } as const;
  const run = await schedules.createScheduleRun(ownerAt(gym, "2026-03-03T15:00:00Z"), input);
  expect([run.repetition, run.state, run.requested_by_name]).toEqual([
    1,
    "running",
    `gym_owner of ${gym.organization.name}`,
  ]);
  await expect(schedules.createScheduleRun(ownerAt(gym, "2026-03-03T15:00:00Z"), input)).rejects.toMatchObject({
    code: "conflict",
  });
  await workOff(gym, "2026-03-03T15:00:00Z");
  const { data } = await call(
    listScheduleRuns,
    { schedule: "inactive-members", state: "done", from_on: "2026-03-02", to_on: "2026-03-02" },
    { token: gym.people.admin.token },
  );
  expect(data.map(({ repetition, requested_by_name }) => [repetition, requested_by_name])).toEqual([
    [1, `gym_owner of ${gym.organization.name}`],
    [0, null],
  ]);
});

test("a day ahead, a day too long ago and a foreign location are not run", async () => {
  const [gym, other] = await Promise.all([oldGym("America/New_York"), newGym()]);
  const ask = (fields: { run_on?: string; location_id?: string }) =>
    schedules
      .createScheduleRun(ownerAt(gym), {
        schedule: "birthday",
        location_id: gym.location_id,
        run_on: "2026-03-02",
        ...fields,
      })
      .catch(({ code }) => code);
  expect(
    await Promise.all([
      ask({ run_on: "2026-03-03" }),
      ask({ run_on: "2026-01-29" }),
      ask({ location_id: other.location_id }),
    ]),
  ).toEqual(["invalid_input", "invalid_input", "not_found"]);
  expect((await ask({ run_on: "2026-01-30" })).state).toBe("running");
});

test("A3 who works at one location sees and runs that one's days only, and moves no schedule", async () => {
  const gym = await oldGym("Europe/Berlin");
  const second = await newLocation(gym, "Second");
  await openedAt(gym, "2024-01-01T00:00:00Z");
  await claimAt(gym, "2026-03-02T12:00:00Z");
  const bound = await newBoundStaff(gym, "admin", [second]);
  const caller = { ...bound.caller, clock: fixedClock("2026-03-02T12:00:00Z") };
  const { data } = await schedules.listScheduleRuns(caller, {});
  expect([...new Set(data.map(({ location_id }) => location_id))]).toEqual([second]);
  const { data: listed } = await schedules.listSchedules(caller, {});
  expect(listed.flatMap(({ next }) => next.map(({ location_id }) => location_id))).not.toContain(gym.location_id);
  const refused = await refusal(updateSchedule, { schedule: "birthday", is_on: false }, { token: bound.token });
  expect(refused.status).toBe(403);
  expect((await call(listSchedules, {}, { token: bound.token })).data).toHaveLength(13);
  const foreign = { schedule: "birthday", location_id: gym.location_id, run_on: "2026-03-02" } as const;
  await expect(schedules.createScheduleRun(caller, foreign)).rejects.toMatchObject({ code: "not_found" });
  expect((await refusal(createScheduleRun, foreign, { token: bound.token })).status).toBe(404);
});
