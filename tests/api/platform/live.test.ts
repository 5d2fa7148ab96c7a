import { eq } from "drizzle-orm";
import { Client } from "pg";
import { afterEach, expect, test } from "vitest";
import { sessionFamilies } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import { checkOut, createCheckIn, undoCheckIn } from "@/lib/contracts/access/check-ins";
import { readAllStaffNotices, updateStaffNotice } from "@/lib/contracts/messages/staff-notices";
import { type LiveEvents, streamLive } from "@/lib/contracts/platform/live";
import { LiveHub } from "@/lib/domain/platform/live/hub";
import { refreshCaller } from "@/lib/domain/platform/live/refresh-caller";
import { LiveConnection } from "@/lib/kernel/live";
import { sendSignals } from "@/lib/kernel/signals";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { newMembership } from "@/tests/support/gym/visits";
import { call, refusal, send } from "@/tests/support/http/api";
import { holdLiveLine } from "@/tests/support/http/live-connection";
import { newNotice } from "@/tests/support/messages/notices";

type Signal = { name: string; data: Record<string, unknown> };
const screens: { close(): Promise<void> }[] = [];

holdLiveLine();

afterEach(async () => {
  await Promise.all(screens.splice(0).map((screen) => screen.close()));
});

/** An open screen: the signals it received so far, and a wait for further ones. */
async function open(token: string, input: Record<string, unknown> = {}) {
  const response = await send(streamLive, input, { token });
  expect(response.status).toBe(200);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const signals: Signal[] = [];
  const waiting = new Set<() => void>();
  let is_over = false;
  void (async () => {
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        const name = /^event: (.+)$/m.exec(part)?.[1];
        if (name) signals.push({ name, data: JSON.parse(/^data: (.+)$/m.exec(part)?.[1] ?? "{}") });
      }
      for (const wake of waiting) wake();
    }
    is_over = true;
    for (const wake of waiting) wake();
  })();
  const until = async (what: string, isThere: () => boolean, ms = 5_000) => {
    const deadline = Date.now() + ms;
    while (!isThere()) {
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}; signals: ${JSON.stringify(signals)}`);
      await new Promise<void>((wake) => {
        waiting.add(wake);
        setTimeout(wake, 50);
      });
    }
  };
  const screen = {
    signals,
    response,
    isOver: () => is_over,
    event: async (name: keyof LiveEvents, matches: (data: Record<string, unknown>) => boolean = () => true) => {
      const found = () => signals.find((one) => one.name === name && matches(one.data));
      await until(name, () => found() !== undefined);
      return found()?.data ?? {};
    },
    close: () => reader.cancel(),
  };
  screens.push(screen);
  return screen;
}

async function openGym(): Promise<{ gym: Gym; desk: { token: string } }> {
  const gym = await newGym();
  await newMembership(gym, gym.member_id);
  return { gym, desk: { token: gym.people.receptionist.token } };
}

const isInside = (count: number) => (data: Record<string, unknown>) => data.inside === count;

test("an open screen gets the occupancy at once", async () => {
  const { gym, desk } = await openGym();
  const screen = await open(desk.token, { location_id: gym.location_id });
  expect(await screen.event("occupancy")).toEqual({
    location_id: gym.location_id,
    inside: 0,
    capacity: 100,
    percent: 0,
    level: "quiet",
  });
  expect(screen.response.headers.get("cache-control")).toBe("no-store, no-transform");
});

test("every open screen gets a check-in, a check-out and an undo", async () => {
  const { gym, desk } = await openGym();
  const all = await Promise.all([open(desk.token), open(gym.people.gym_owner.token), open(gym.people.trainer.token)]);
  for (const screen of all) await screen.event("occupancy", isInside(0));
  const { id } = await call(createCheckIn, { member_id: gym.member_id }, desk);
  for (const screen of all) {
    await screen.event("occupancy", isInside(1));
    const visit = await screen.event("visit", (data) => data.id === id);
    expect(visit).toMatchObject({ outcome: "admitted", member: { first_name: "Mina" }, plan_name: "Unlimited" });
  }
  await call(checkOut, { id }, desk);
  for (const screen of all) await screen.event("visit", (data) => data.id === id && data.check_out_kind === "staff");
  await call(undoCheckIn, { id, reason: "Wrong person" }, desk);
  for (const screen of all) await screen.event("visit", (data) => data.id === id && data.undone_at !== null);
});

test("staff get a refusal at once", async () => {
  const { gym, desk } = await openGym();
  const screen = await open(desk.token);
  await screen.event("occupancy");
  const stranger = await newMember(gym, { first_name: "Nomi" });
  await refusal(createCheckIn, { member_id: stranger }, desk);
  expect(await screen.event("visit")).toMatchObject({ outcome: "denied", denied_reason: "no_membership" });
});

test("a member gets the occupancy and no visits", async () => {
  const { gym, desk } = await openGym();
  const screen = await open(gym.people.member.token);
  await screen.event("occupancy", isInside(0));
  await call(createCheckIn, { member_id: gym.member_id }, desk);
  await screen.event("occupancy", isInside(1));
  expect(screen.signals.map(({ name }) => name)).not.toContain("visit");
});

test("A1 no screen gets signals of another gym", async () => {
  const [{ gym, desk }, other] = await Promise.all([openGym(), openGym()]);
  const [own, foreign] = await Promise.all([open(desk.token), open(other.desk.token)]);
  await Promise.all([own.event("occupancy"), foreign.event("occupancy")]);
  await call(createCheckIn, { member_id: gym.member_id }, desk);
  await own.event("visit");
  expect(placesOf(foreign.signals)).toEqual([other.gym.location_id]);
  expect(foreign.signals.map(({ name }) => name)).not.toContain("visit");
  const refused = await refusal(streamLive, { location_id: other.gym.location_id }, desk);
  expect(refused.status).toBe(404);
});

test("A3 a screen for one location gets signals of that location only", async () => {
  const { gym, desk } = await openGym();
  const second = await newLocation(gym, "Second");
  const screen = await open(desk.token, { location_id: second });
  await screen.event("occupancy");
  await call(createCheckIn, { member_id: gym.member_id, location_id: gym.location_id }, desk);
  const { id } = await call(
    createCheckIn,
    { member_id: await paying(gym), location_id: second },
    { token: gym.people.gym_owner.token },
  );
  await screen.event("visit", (data) => data.id === id);
  expect(placesOf(screen.signals)).toEqual([second]);
});

/** The locations in the signals of a screen. */
const placesOf = (signals: Signal[]) =>
  [...new Set(signals.map(({ data }) => data.location_id))].filter((location_id) => location_id !== undefined);

async function paying(gym: Gym): Promise<string> {
  const member_id = await newMember(gym);
  await newMembership(gym, member_id);
  return member_id;
}

test("A12 only callers who may import at its location get the progress of an import", async () => {
  const { gym, desk } = await openGym();
  const second = await newLocation(gym, "Second");
  const away = await open((await newBoundStaff(gym, "admin", [second])).token);
  await away.event("occupancy");
  const owner = await open(gym.people.gym_owner.token);
  await owner.event("occupancy");
  const receptionist = await open(desk.token);
  await receptionist.event("occupancy");
  const id = "0197f0a0-0000-7000-8000-00000000abcd";
  const { location_id } = gym;
  sendSignals(gym.organization_id, [
    { topic: "import", id, location_id },
    { topic: "import", id, location_id: second },
  ]);
  expect(await owner.event("import")).toEqual({ id, location_id });
  expect(await away.event("import")).toEqual({ id, location_id: second });
  expect(receptionist.signals.map(({ name }) => name)).not.toContain("import");
});

test("only the recipient of a notice gets the number of unread notices, at once and after every change", async () => {
  const gym = await newGym();
  const { gym_owner, admin, member } = gym.people;
  const id = await newNotice(gym, gym_owner);
  const [owner, other, reader] = await Promise.all([gym_owner, admin, member].map(({ token }) => open(token)));
  if (!owner || !other || !reader) throw new Error("Three screens were opened");
  expect(await owner.event("notice")).toEqual({ unread: 1 });
  expect(await other.event("notice")).toEqual({ unread: 0 });
  await newNotice(gym, gym_owner);
  await call(updateStaffNotice, { id, is_read: true }, { token: gym_owner.token });
  await call(readAllStaffNotices, {}, { token: gym_owner.token });
  await owner.event("notice", ({ unread }) => unread === 0);
  expect(other.signals.some(({ name, data }) => name === "notice" && data.unread !== 0)).toBe(false);
  expect(reader.signals.map(({ name }) => name)).not.toContain("notice");
});

test("a missed notice count arrives after the connection is back", async () => {
  const gym = await newGym();
  const { user_id } = gym.people.trainer;
  const line = new LiveConnection({ open: () => null, poll_ms: 100 });
  const signals: number[] = [];
  const leave = new LiveHub(() => line).open({
    organization_id: gym.organization_id,
    reader_id: user_id,
    send: ({ name, data }) => void (name === "notice" && signals.push(data.unread)),
  });
  await expect.poll(() => signals).toContain(0);
  await newNotice(gym, { user_id });
  await expect.poll(() => signals).toContain(1);
  leave();
});

test("a user has at most twelve live screens; closing one allows another", async () => {
  const { gym } = await openGym();
  const { token } = gym.people.admin;
  const all = [];
  for (let count = 0; count < 12; count++) all.push(await open(token));
  const refused = await refusal(streamLive, {}, { token });
  expect([refused.status, refused.code]).toEqual([429, "too_many_requests"]);
  await all[0]?.close();
  await open(token);
});

test("A5 the stream's caller is gone once the session was revoked", async () => {
  const { gym } = await openGym();
  const { caller, family_id, user_id } = gym.people.trainer;
  expect(await refreshCaller(caller)).not.toBeNull();
  await inIdentity(user_id, (db) =>
    db.update(sessionFamilies).set({ revoked_at: "2026-03-05T10:00:00Z" }).where(eq(sessionFamilies.id, family_id)),
  );
  expect(await refreshCaller(caller)).toBeNull();
});

test("a broken connection is opened again, and screens are asked to refresh", async () => {
  const { gym } = await openGym();
  const clients: Client[] = [];
  const line = new LiveConnection({
    poll_ms: 50,
    open: () => {
      const client = new Client({ connectionString: process.env.DATABASE_URL });
      clients.push(client);
      return client;
    },
  });
  const signals: string[] = [];
  const leave = new LiveHub(() => line).open({
    organization_id: gym.organization_id,
    reader_id: null,
    send: ({ name }) => signals.push(name),
  });
  await expect.poll(() => signals).toContain("refresh");
  await clients[0]?.end();
  await paying(gym).then((member_id) => call(createCheckIn, { member_id }, { token: gym.people.receptionist.token }));
  signals.length = 0;
  await expect.poll(() => signals, { timeout: 5_000 }).toEqual(expect.arrayContaining(["occupancy", "refresh"]));
  expect(clients).toHaveLength(2);
  leave();
});

test("without notifications of the driver, polling finds every change", async () => {
  const { gym, desk } = await openGym();
  const line = new LiveConnection({ poll_ms: 50, open: () => null });
  const signals: string[] = [];
  const leave = new LiveHub(() => line).open({
    organization_id: gym.organization_id,
    reader_id: null,
    send: ({ name, data }) => signals.push(name === "occupancy" ? `inside ${data.inside}` : name),
  });
  await expect.poll(() => signals).toContain("inside 0");
  await call(createCheckIn, { member_id: gym.member_id }, desk);
  await expect.poll(() => signals).toContain("inside 1");
  expect(signals.at(-1)).toBe("refresh");
  leave();
});
