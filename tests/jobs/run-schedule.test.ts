import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { locations } from "@/db/schema";
import { executorQuery, inTenant } from "@/db/tenancy";
import { runSchedule } from "@/inngest/reactions/run-schedule";
import { listStaffNotices } from "@/lib/contracts/messages/staff-notices";
import { createScheduleRun } from "@/lib/domain/platform/schedules";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";
import { jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { runsOf, takeEvents } from "@/tests/support/jobs/schedules";

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });

/** Orders two days and lets the executor work them off, with as many tries as the job has. */
async function runTwoDays(gym: Gym, before: () => Promise<unknown> = async () => {}) {
  const today = dayAt(systemClock.now().toString(), "Europe/Berlin");
  for (const run_on of [addDays(today, -1), today]) {
    await createScheduleRun(gym.people.gym_owner.caller, {
      schedule: "inactive-members",
      location_id: gym.location_id,
      run_on,
    });
  }
  const due = (await takeEvents(gym)).filter(({ name }) => name === "schedules/runs.due");
  const run_ids = due.flatMap(({ payload }) => payload.run_ids as string[]);
  await before();
  const app = jobApp(() => [runSchedule]);
  const clock = new HandClock(systemClock.now().toString());
  const executor = app.executor({ clock });
  await executor.register();
  await app.inngest.send({
    name: "schedules/runs.due",
    data: {
      organization_id: gym.organization_id,
      schedule: "inactive-members",
      location_id: gym.location_id,
      run_ids,
    },
  });
  for (let hour = 0; hour < 12; hour++) {
    await executor.settle();
    clock.advance({ hours: 1 });
  }
  return (await runsOf(gym)).map(({ state }) => state);
}

test("R9 the ordered days run, the oldest first", async () => {
  const gym = await newGym();
  expect(await runTwoDays(gym)).toEqual(["done", "done"]);
  const [first, second] = await runsOf(gym);
  expect((first?.finished_at ?? "") <= (second?.finished_at ?? "")).toBe(true);
});

test("R9 a day that fails at every attempt is logged as failed, the team is notified, and the next day runs", async () => {
  const gym = await newGym();
  const broken = () =>
    inTenant(inGym(gym), (db) =>
      db.update(locations).set({ time_zone: "Nowhere/Land" }).where(eq(locations.id, gym.location_id)),
    );
  expect(await runTwoDays(gym, broken)).toEqual(["failed", "failed"]);
  const { data } = await call(listStaffNotices, {}, { token: gym.people.admin.token });
  expect(data.map(({ kind }) => kind)).toEqual(["schedule_failed", "schedule_failed"]);
  expect(data[0]?.body).toBe(
    "Main: It failed after several attempts. Run the day again. If it fails again, the server's log has the reason.",
  );
});

/** Orders yesterday and today apart from each other, as two ticks would, and lets the first try of yesterday fail. */
async function twoOrders(gym: Gym) {
  const today = dayAt(systemClock.now().toString(), "Europe/Berlin");
  const app = jobApp(() => [runSchedule]);
  const clock = new HandClock(systemClock.now().toString());
  const executor = app.executor({ clock });
  await executor.register();
  const newOrder = async (run_on: string) => {
    const { caller } = gym.people.gym_owner;
    await createScheduleRun(caller, { schedule: "inactive-members", location_id: gym.location_id, run_on });
    return (await takeEvents(gym)).find(({ name }) => name === "schedules/runs.due");
  };
  const orders = [await newOrder(addDays(today, -1)), await newOrder(today)];
  const order = async (at: number) => {
    const data = { organization_id: gym.organization_id, ...orders[at]?.payload };
    await app.inngest.send({ name: "schedules/runs.due", data });
    await executor.settle();
  };
  const zone = (time_zone: string) =>
    inTenant(inGym(gym), (db) => db.update(locations).set({ time_zone }).where(eq(locations.id, gym.location_id)));
  await zone("Nowhere/Land");
  await order(0);
  const minutePasses = async () => {
    clock.advance({ minutes: 1 });
    await executor.settle();
  };
  const states = async () => (await runsOf(gym)).map(({ state }) => state);
  return { app, orderToday: () => order(1), heal: () => zone("Europe/Berlin"), minutePasses, states };
}

test("R9 while an earlier day waits for its next attempt, a later one that was ordered separately waits too", async () => {
  const gym = await newGym();
  const { orderToday, heal, minutePasses, states } = await twoOrders(gym);
  await heal();
  await orderToday();
  expect(await states()).toEqual(["running", "running"]);
  for (let minute = 0; minute < 5; minute++) await minutePasses();
  expect(await states()).toEqual(["done", "done"]);
  const [earlier, later] = await runsOf(gym);
  expect((earlier?.finished_at ?? "") < (later?.finished_at ?? "")).toBe(true);
});

test("R9 a later day begins when the earlier one has finally failed", async () => {
  const gym = await newGym();
  const { orderToday, heal, minutePasses, states } = await twoOrders(gym);
  await orderToday();
  while ((await states())[0] === "running") await minutePasses();
  expect(await states()).toEqual(["failed", "running"]);
  await heal();
  for (let minute = 0; minute < 10; minute++) await minutePasses();
  expect(await states()).toEqual(["failed", "done"]);
});

test("R9 days whose run was ended from outside fail and do not block other days", async () => {
  const gym = await newGym();
  const { app, orderToday, heal, minutePasses, states } = await twoOrders(gym);
  await executorQuery("update job_queue set takeovers = 10 where function_id = $1", [`${app.id}-run-schedule`]);
  await minutePasses();
  expect(await states()).toEqual(["failed", "running"]);
  await heal();
  await orderToday();
  expect(await states()).toEqual(["failed", "done"]);
});
