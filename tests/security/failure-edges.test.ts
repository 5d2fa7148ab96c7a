import { eq } from "drizzle-orm";
import type { InngestFunction } from "inngest";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { imports, locations, scheduleRuns } from "@/db/schema";
import { executorQuery, inTenant } from "@/db/tenancy";
import { functions, selfHealingFunctions } from "@/inngest/functions";
import { runSchedule } from "@/inngest/reactions/run-schedule";
import { sendBulk } from "@/inngest/reactions/send-bulk";
import * as contracts from "@/lib/contracts/messages/notification-bulk";
import { listStaffNotices } from "@/lib/contracts/messages/staff-notices";
import { createClosure } from "@/lib/domain/memberships/closures";
import { finishBulks } from "@/lib/domain/messages/bulk";
import { saveProvider } from "@/lib/domain/messages/providers";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import { writtenDay } from "@/lib/values/written-day";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { sellMembership } from "@/tests/support/gym/memberships";
import { call, refusal } from "@/tests/support/http/api";
import { jobApp } from "@/tests/support/jobs/app";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { takeEvents } from "@/tests/support/jobs/schedules";
import { turn } from "@/tests/support/messages/delivery";
import { messagesOf } from "@/tests/support/messages/messages";

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const noticesOf = async (gym: Gym) =>
  (await call(listStaffNotices, {}, owner(gym))).data.map(({ kind, title }) => [kind, title]);
const idOf = (one: InngestFunction.Any) => one.opts.id;
const edgeOf = (one: InngestFunction.Any) =>
  (one.opts as { onFailure?: (failed: unknown) => Promise<unknown> }).onFailure;

test("every function notifies a person of its failure, or states why it need not", () => {
  const without = functions.filter((one) => edgeOf(one) === undefined).map(idOf);
  expect(without.sort()).toEqual(Object.keys(selfHealingFunctions).sort());
  for (const reason of Object.values(selfHealingFunctions)) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
});

/** The failure edge of a function, as Inngest calls it after the last try. */
async function fails(id: string, data: Record<string, unknown>): Promise<void> {
  const one = functions.find((known) => idOf(known) === id);
  const edge = one && edgeOf(one);
  if (!edge) throw new Error(`${id} has no failure edge`);
  const step = { run: <T>(_name: string, work: () => T) => work() };
  for (let times = 1; times <= 2; times++) await edge({ event: { data: { event: { data } } }, step });
}

type Failure = { id: string; notice: [string, string]; data: (gym: Gym) => Promise<Record<string, unknown>> };

const failures: Failure[] = [
  {
    id: "close-location",
    notice: ["job_failed", "The closure of Main has stopped"],
    data: async (gym) => {
      const from_on = addDays(dayAt(systemClock.now().toString(), "Europe/Berlin"), 20);
      const closure = { location_id: gym.location_id, from_on, to_on: from_on, reason: "Renovation" };
      const { id } = await createClosure(gym.people.gym_owner.caller, closure);
      return { organization_id: gym.organization_id, closure_id: id };
    },
  },
  {
    id: "run-schedule",
    notice: ["schedule_failed", "Birthday did not run on 2 Mar 2026"],
    data: async (gym) => {
      const id = newId();
      const { organization_id, location_id } = gym;
      const run = { id, organization_id, location_id, schedule: "birthday" as const, run_on: "2026-03-02" };
      const started_at = "2026-03-02T08:00:00Z";
      await inTenant(inGym(gym), (db) => db.insert(scheduleRuns).values({ ...run, state: "running", started_at }));
      return { run_ids: [id], location_id, schedule: "birthday" };
    },
  },
  {
    id: "welcome",
    notice: ["job_failed", "Mina Member got no welcome"],
    data: async (gym) => ({ membership_id: await sellMembership(gym, gym.member_id) }),
  },
  {
    id: "invite-members",
    notice: ["job_failed", "Some members were not invited"],
    data: async () => ({ batch_id: newId() }),
  },
  {
    id: "welcome-import",
    notice: ["job_failed", "Imported members got no welcome"],
    data: async (gym) => ({ import_id: await newImport(gym), membership_ids: [newId()] }),
  },
  {
    id: "confirm-cancellation",
    notice: ["job_failed", "Mina Member has no confirmation of the cancellation"],
    data: async (gym) => ({ membership_id: await sellMembership(gym, gym.member_id) }),
  },
  {
    id: "deliver-messages",
    notice: ["job_failed", "SMS: messages could not be sent"],
    data: async () => ({ channel: "sms", lane: "urgent" }),
  },
  {
    id: "send-bulk",
    notice: ["bulk_failed", "“Easter” has stopped"],
    data: async (gym) => ({ bulk_id: await writeBulk(gym), starts_at: null }),
  },
];

/** The mails of money: no row of theirs is read, because the notice says where to look. */
const mails = [
  ["mail-documents", "Invoices were not mailed", { document_ids: [newId()] }],
  ["mail-receipt", "A receipt was not mailed", { payment_id: newId() }],
  ["mail-refund-receipt", "The receipt of a refund was not mailed", { payment_id: newId(), refund_id: newId() }],
  ["confirm-freeze", "A freeze was not confirmed", { membership_id: newId() }],
  ["confirm-plan-change", "A plan change was not confirmed", { membership_id: newId() }],
  ["try-new-payment-method", "A new card was not tried", { saved_method_id: newId(), member_id: null }],
  ["announce-price-increase", "A new price was not announced", { increase_id: newId() }],
  ["tell-of-ended-method", "A payer was not told that a payment method ended", { saved_method_id: newId() }],
] as const;
for (const [id, title, data] of mails) failures.push({ id, notice: ["job_failed", title], data: async () => data });

test("the table above names every function that has a failure edge", () => {
  expect(failures.map(({ id }) => id).sort()).toEqual(functions.filter(edgeOf).map(idOf).sort());
});

test.each(failures)("$id notifies the team once when it has finally failed", async ({ id, notice, data }) => {
  const gym = await newGym();
  await fails(id, { organization_id: gym.organization_id, ...(await data(gym)) });
  expect(await noticesOf(gym)).toEqual([notice]);
});

async function newImport({ organization_id }: Gym): Promise<string> {
  const id = newId();
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(imports).values({
      id,
      organization_id,
      kind: "members",
      status: "done",
      file_name: "members.csv",
      headers: [],
      mapping: {},
      options: {},
      date_format_evidence: "none",
      total_rows: 0,
    } as unknown as typeof imports.$inferInsert),
  );
  return id;
}

const words = {
  filters: {},
  channel: "email" as const,
  category: "reminder" as const,
  subject: "Easter",
  body: "Hello",
};
const writeBulk = async (gym: Gym) => (await call(contracts.createBulk, { name: "Easter", ...words }, owner(gym))).id;

/** The run of a bulk message in the executor, on a clock that the test moves. */
async function startBulk(gym: Gym, bulk_id: string) {
  const app = jobApp(() => [sendBulk]);
  const clock = new HandClock(systemClock.now().toString());
  const executor = app.executor({ clock });
  await executor.register();
  const start = async () => {
    const data = { organization_id: gym.organization_id, bulk_id, starts_at: null };
    await app.inngest.send({ name: "notifications/bulk.written", data });
    await executor.settle();
  };
  const pass = async (hours: number) => {
    clock.advance({ hours });
    await executor.settle();
  };
  return { app, start, pass };
}

/** The most steps that one run of an application has. */
async function mostSteps(app: { id: string }): Promise<number> {
  const { rows } = await executorQuery<{ count: number }>(
    `select count(*)::int as count from job_steps s join job_runs r on r.id = s.run_id
     where r.function_id like $1 group by r.id order by 1 desc limit 1`,
    [`${app.id}-%`],
  );
  return rows[0]?.count ?? 0;
}

const zone = (gym: Gym, time_zone: string) =>
  inTenant(inGym(gym), (db) => db.update(locations).set({ time_zone }).where(eq(locations.id, gym.location_id)));

test("a bulk message that cannot be written says so, and goes on where it stopped without writing twice", async () => {
  const gym = await newGym();
  await newMember(gym, { email: "ana@example.com" });
  const id = await writeBulk(gym);
  const { start, pass } = await startBulk(gym, id);
  await zone(gym, "Nowhere/Land");
  await start();
  for (let hour = 0; hour < 12; hour++) await pass(1);
  expect(await call(contracts.getBulk, { id }, owner(gym))).toMatchObject({
    state: "failed",
    failure:
      "Some messages were not created after several attempts. Retry to continue, or stop the bulk message. If it fails again, the server's log contains the reason.",
  });
  expect(await noticesOf(gym)).toEqual([["bulk_failed", "“Easter” has stopped"]]);
  await zone(gym, "Europe/Berlin");
  await takeEvents(gym);
  expect(await call(contracts.retryBulk, { id }, owner(gym))).toMatchObject({ state: "preparing", failure: null });
  expect((await takeEvents(gym)).map(({ name }) => name)).toEqual(["notifications/bulk.written"]);
  await start();
  await start();
  expect((await messagesOf(gym)).map(({ to_address, state }) => [to_address, state])).toEqual(
    expect.arrayContaining([["ana@example.com", "queued"]]),
  );
  expect((await messagesOf(gym)).length).toBe(2);
  expect((await refusal(contracts.retryBulk, { id }, owner(gym))).code).toBe("conflict");
});

test("a bulk message that failed can be stopped for the rest", async () => {
  const gym = await newGym();
  const id = await writeBulk(gym);
  await fails("send-bulk", { organization_id: gym.organization_id, bulk_id: id, starts_at: null });
  expect(await call(contracts.cancelBulk, { id }, owner(gym))).toMatchObject({ state: "cancelled" });
});

test("a bulk message waits for its vendor without a run that looks for it, however long that takes", async () => {
  const gym = await newGym();
  await newMember(gym, { email: "ana@example.com" });
  const refused = {
    channel: "email" as const,
    vendor: "smtp" as const,
    settings: { from_email: "a@gym.example", host: "127.0.0.1", port: "25", security: "none" },
    secrets: {},
  };
  await saveProvider(gym.people.gym_owner.caller, refused);
  const id = await writeBulk(gym);
  const { app, start, pass } = await startBulk(gym, id);
  await start();
  const later = systemClock.now().add({ minutes: 1 }).toString();
  await turn(gym, later, "email", "bulk");
  for (let week = 0; week < 5; week++) await pass(7 * 24);
  expect(await mostSteps(app)).toBe(2);
  const system = systemCaller("Bulk message", gym.organization);
  expect(await finishBulks(system, {})).toEqual({ finished: 0 });
  expect(await call(contracts.getBulk, { id }, owner(gym))).toMatchObject({ state: "sending" });
  await saveProvider(gym.people.gym_owner.caller, { channel: "email", vendor: "local", settings: {}, secrets: {} });
  await turn(gym, later, "email", "bulk");
  expect(await finishBulks(system, {})).toEqual({ finished: 1 });
  expect(await call(contracts.getBulk, { id }, owner(gym))).toMatchObject({ state: "done" });
});

test("R9 a day whose earlier day never ends is failed after hours, in a run of a few dozen steps", async () => {
  const gym = await newGym();
  const { organization_id, location_id } = gym;
  const today = dayAt(systemClock.now().toString(), "Europe/Berlin");
  const ids = [newId(), newId(), newId()];
  await inTenant(inGym(gym), (db) =>
    db.insert(scheduleRuns).values(
      ids.map((id, index) => ({
        id,
        organization_id,
        location_id,
        schedule: "birthday" as const,
        run_on: addDays(today, index - 2),
        state: "running" as const,
        started_at: systemClock.now().toString(),
      })),
    ),
  );
  const app = jobApp(() => [runSchedule]);
  const clock = new HandClock(systemClock.now().toString());
  const executor = app.executor({ clock });
  await executor.register();
  const data = { organization_id, schedule: "birthday", location_id, run_ids: ids.slice(1) };
  await app.inngest.send({ name: "schedules/runs.due", data });
  for (let pass = 0; pass < 30; pass++) {
    await executor.settle();
    clock.advance({ minutes: 20 });
  }
  expect(await mostSteps(app)).toBeLessThanOrEqual(60);
  expect(await noticesOf(gym)).toEqual([
    ["schedule_failed", `Birthday did not run on ${writtenDay(today)}`],
    ["schedule_failed", `Birthday did not run on ${writtenDay(addDays(today, -1))}`],
  ]);
});
