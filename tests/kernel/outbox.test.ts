import { afterEach, expect, test } from "vitest";
import { outboxEvents } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { createMember } from "@/lib/domain/members";
import { type OutgoingEvent, setEventSender } from "@/lib/kernel/outbox";
import { sendPending, sweepOutbox } from "@/lib/kernel/outbox-sweep";
import { type Gym, newGym } from "@/tests/support/gym/gym";

afterEach(() => setEventSender(undefined));

const enroll = (gym: Gym) =>
  createMember(gym.people.receptionist.caller, {
    first_name: "Kai",
    last_name: "Moe",
    home_location_id: gym.location_id,
  });

const waitingIn = ({ organization_id }: Gym) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.select({ id: outboxEvents.id, sent_at: outboxEvents.sent_at }).from(outboxEvents),
  );

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("an event leaves after its commit, with its organization and the id of its row", async () => {
  const gym = await newGym();
  const sent: OutgoingEvent[] = [];
  setEventSender(async (events) => sent.push(...events));
  const member = await enroll(gym);
  await until(() => sent.length > 0);
  const [row] = await waitingIn(gym);
  expect(sent).toEqual([
    {
      id: row?.id,
      name: "members/member.created",
      data: { organization_id: gym.organization_id, member_id: member.id },
      ts: expect.any(Number),
    },
  ]);
});

test("what could not be sent is sent later under the same id, and the request has not noticed", async () => {
  const gym = await newGym();
  let tries = 0;
  setEventSender(() => {
    tries += 1;
    return Promise.reject(new Error("Inngest is away"));
  });
  await enroll(gym);
  await until(() => tries > 0);
  const [before] = await waitingIn(gym);
  const ids: string[] = [];
  setEventSender(async (events) => ids.push(...events.map(({ id }) => id)));
  expect(await sendPending(gym.organization_id, { older_than_ms: 0 })).toBe(1);
  expect(await sendPending(gym.organization_id, { older_than_ms: 0 })).toBe(0);
  expect([ids, before?.sent_at]).toEqual([[before?.id], null]);
  expect((await waitingIn(gym))[0]?.sent_at).not.toBeNull();
});

test("the sweep sends what a crash left behind in any organization, and nothing that is seconds old", async () => {
  const [crashed, fresh] = await Promise.all([newGym(), newGym()]);
  const old = new Date(Date.now() - 60_000).toISOString();
  const lay = ({ organization_id }: Gym, created_at?: string) =>
    inTenant({ organization_id, user_id: null }, (db) =>
      db.insert(outboxEvents).values({
        organization_id,
        name: "members/member.created",
        payload: {},
        ...(created_at ? { created_at } : {}),
      }),
    );
  await lay(crashed, old);
  await lay(fresh);
  const swept: unknown[] = [];
  setEventSender(async (events) => swept.push(...events.map(({ data }) => data.organization_id)));
  await sweepOutbox();
  expect(swept).toContain(crashed.organization_id);
  expect(swept).not.toContain(fresh.organization_id);
  expect((await waitingIn(crashed))[0]?.sent_at).not.toBeNull();
});

test("two processes that flush at once send nothing under two ids", async () => {
  const gym = await newGym();
  for (let at = 0; at < 5; at++) await enroll(gym);
  const ids: string[] = [];
  setEventSender(async (events) => ids.push(...events.map(({ id }) => id)));
  await Promise.all([
    sendPending(gym.organization_id, { older_than_ms: 0 }),
    sendPending(gym.organization_id, { older_than_ms: 0 }),
  ]);
  expect(new Set(ids).size).toBe(5);
});

test("events that are committed during a flush go with the next one, each of them once", async () => {
  const gym = await newGym();
  const flushes: string[][] = [];
  let running = 0;
  let most_at_once = 0;
  setEventSender(async (events) => {
    running += 1;
    most_at_once = Math.max(most_at_once, running);
    await new Promise((resolve) => setTimeout(resolve, 50));
    flushes.push(events.map(({ id }) => id));
    running -= 1;
  });
  for (let at = 0; at < 12; at++) await enroll(gym);
  await until(() => flushes.flat().length >= 12);
  const rows = await waitingIn(gym);
  expect(flushes.flat().toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(most_at_once).toBe(1);
});

test("a receiver that refuses a batch is not called for each of the waiting events", async () => {
  const gym = await newGym();
  let calls = 0;
  let refuse = () => {};
  setEventSender(() => {
    calls += 1;
    return new Promise((_, reject) => {
      refuse = () => reject(new Error("Inngest is away"));
    });
  });
  await enroll(gym);
  await until(() => calls > 0);
  for (let at = 0; at < 5; at++) await enroll(gym);
  refuse();
  const ids: string[] = [];
  await new Promise((resolve) => setImmediate(resolve));
  setEventSender(async (events) => ids.push(...events.map(({ id }) => id)));
  expect(await sendPending(gym.organization_id, { older_than_ms: 0 })).toBe(6);
  expect([new Set(ids).size, ids.length, calls]).toEqual([6, 6, 1]);
});
