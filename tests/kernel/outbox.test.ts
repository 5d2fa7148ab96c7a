import { afterEach, expect, test } from "vitest";
import { outboxEvents } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { createMember } from "@/lib/domain/members";
import { flushOutbox, type OutgoingEvent, setEventSender, sweepOutbox } from "@/lib/kernel/outbox";
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
  expect(await flushOutbox(gym.organization_id)).toBe(1);
  expect(await flushOutbox(gym.organization_id)).toBe(0);
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
  await Promise.all([flushOutbox(gym.organization_id), flushOutbox(gym.organization_id)]);
  expect(new Set(ids).size).toBe(5);
});
