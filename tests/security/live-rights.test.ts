import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { Client } from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { listenClient } from "@/db/client";
import { newId } from "@/db/id";
import { sessionFamilies, supportGrants, users } from "@/db/schema";
import { bindTenant, inIdentity, inTenant } from "@/db/tenancy";
import { createCheckIn } from "@/lib/contracts/access/check-ins";
import { logout, logoutAll } from "@/lib/contracts/identity/auth";
import { archiveMember, exportMembers } from "@/lib/contracts/members/members";
import { endSupportGrant } from "@/lib/contracts/platform/support-grants";
import { removeStaffMember, updateStaffMember } from "@/lib/contracts/team/staff";
import { streamLive as streamLiveOperation } from "@/lib/domain/platform/live";
import { LiveHub } from "@/lib/domain/platform/live/hub";
import { LiveConnection } from "@/lib/kernel/live";
import { sendSignals } from "@/lib/kernel/signals";
import { type Gym, newGym, newLocation, newMember, newStaff, type Person } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { newMembership } from "@/tests/support/gym/visits";
import { call, send } from "@/tests/support/http/api";
import { openScreen, Screen } from "@/tests/support/http/event-stream";
import { holdLiveLine } from "@/tests/support/http/live-connection";

const screens: Screen[] = [];

holdLiveLine();

afterEach(async () => {
  await Promise.all(screens.splice(0).map((screen) => screen.close()));
});

async function follow(token: string, input: Record<string, unknown> = {}): Promise<Screen> {
  const screen = await openScreen(token, input);
  screens.push(screen);
  await expect.poll(screen.names).toContain("occupancy");
  return screen;
}

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const staffId = ({ caller }: Person) => caller.staff_id ?? "";

/** Another program that writes to the same database: no code of ours signals for it. */
async function elsewhere(gym: Gym, statement: string): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query(
      `begin; ${bindTenant({ organization_id: gym.organization_id, user_id: null })}; ${statement}; commit`,
    );
  } finally {
    await client.end();
  }
}

type End = (gym: Gym, person: Person) => Promise<unknown>;

const ends: [string, End][] = [
  ["dismissal", (gym, person) => call(removeStaffMember, { id: staffId(person) }, owner(gym))],
  ["signing out", (_, { token }) => call(logout, {}, { token })],
  ["signing out everywhere", (_, { token }) => call(logoutAll, {}, { token })],
  [
    "a new password, set by another process",
    (gym, { user_id }) =>
      elsewhere(gym, `update users set session_version = session_version + 1 where id = '${user_id}'`),
  ],
  [
    "a closed account",
    (gym, { user_id }) => elsewhere(gym, `update users set disabled_at = now() where id = '${user_id}'`),
  ],
  [
    "a session revoked by another process",
    (gym, { family_id }) => elsewhere(gym, `update session_families set revoked_at = now() where id = '${family_id}'`),
  ],
  [
    "the suspension of the organization",
    (gym) => elsewhere(gym, `update organizations set suspended_at = now() where id = '${gym.organization_id}'`),
  ],
];

describe("A5 a stream ends at once with", () => {
  test.each(ends)("A5 %s", async (_, end) => {
    const gym = await newGym();
    const { trainer } = gym.people;
    const [screen, stranger] = [await follow(trainer.token), await follow((await newGym()).people.trainer.token)];
    await end(gym, trainer);
    await expect.poll(() => screen.is_over, { timeout: 5_000 }).toBe(true);
    expect(stranger.is_over).toBe(false);
  });

  test("A5 the archiving of the member who follows it", async () => {
    const gym = await newGym();
    const screen = await follow(gym.people.member.token);
    await call(archiveMember, { id: gym.member_id }, owner(gym));
    await expect.poll(() => screen.is_over, { timeout: 5_000 }).toBe(true);
  });

  test("A5 the end of a support visit", async () => {
    const gym = await newGym();
    const root = await newStaff(gym, "trainer");
    const id = newId();
    await inIdentity(root.user_id, (db) =>
      db.update(users).set({ is_super_admin: true }).where(eq(users.id, root.user_id)),
    );
    await inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
      await db.insert(supportGrants).values({
        id,
        organization_id: gym.organization_id,
        user_id: root.user_id,
        reason: "A question about invoices",
        granted_at: new Date(Date.now() - 1_000).toISOString(),
        expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      });
    });
    await call(removeStaffMember, { id: staffId(root) }, owner(gym));
    const screen = await follow(root.token);
    await call(endSupportGrant, { id }, owner(gym));
    await expect.poll(() => screen.is_over, { timeout: 5_000 }).toBe(true);
  });

  test("A5 the loss of the location it follows", async () => {
    const gym = await newGym();
    const north = await newLocation(gym, "North");
    const person = await newBoundStaff(gym, "receptionist", [gym.location_id, north]);
    const screen = await follow(person.token, { location_id: north });
    await call(updateStaffMember, { id: staffId(person), location_ids: [gym.location_id] }, owner(gym));
    await expect.poll(() => screen.is_over, { timeout: 5_000 }).toBe(true);
  });

  test("A5 rights that ended while the stream was being opened", async () => {
    const { people } = await newGym();
    const { caller, family_id, user_id } = people.trainer;
    const { toResponse } = await streamLiveOperation(caller, {});
    await inIdentity(user_id, (db) =>
      db.update(sessionFamilies).set({ revoked_at: "2026-03-05T10:00:00Z" }).where(eq(sessionFamilies.id, family_id)),
    );
    const screen = new Screen(toResponse({}));
    screens.push(screen);
    await expect.poll(() => screen.is_over, { timeout: 5_000 }).toBe(true);
    expect(screen.signals).toEqual([]);
  });
});

describe("A5 a stream goes on with the new rights alone", () => {
  test("A12 of a user whose reach was narrowed: nothing of the lost location, and the page gets a refresh", async () => {
    const gym = await newGym();
    const north = await newLocation(gym, "North");
    const { receptionist } = gym.people;
    const [here, there] = [await newMember(gym), await newMember(gym)];
    for (const id of [here, there]) await newMembership(gym, id);
    const screen = await follow(receptionist.token);
    const all = await follow(gym.people.gym_owner.token);
    await call(updateStaffMember, { id: staffId(receptionist), location_ids: [gym.location_id] }, owner(gym));
    const lost = await call(createCheckIn, { member_id: there, location_id: north }, owner(gym));
    const visible = await call(createCheckIn, { member_id: here, location_id: gym.location_id }, owner(gym));
    await expect.poll(() => all.ids("visit")).toEqual(expect.arrayContaining([lost.id, visible.id]));
    await expect.poll(() => screen.ids("visit")).toContain(visible.id);
    expect(screen.ids("visit")).not.toContain(lost.id);
    expect(screen.names()).toContain("refresh");
    const occupancies = screen.signals.filter(({ name, data }) => name === "occupancy" && data.inside === 1);
    expect(occupancies.map(({ data }) => data.location_id)).toEqual([gym.location_id]);
  });

  test("A5 of a user whose role was lowered", async () => {
    const gym = await newGym();
    const { admin } = gym.people;
    const screen = await follow(admin.token);
    const all = await follow(gym.people.gym_owner.token);
    const [before, after] = [newId(), newId()];
    sendSignals(gym.organization_id, [{ topic: "import", id: before, location_id: gym.location_id }]);
    await expect.poll(() => screen.ids("import")).toEqual([before]);
    await call(updateStaffMember, { id: staffId(admin), role: "trainer" }, owner(gym));
    sendSignals(gym.organization_id, [{ topic: "import", id: after, location_id: gym.location_id }]);
    await expect.poll(() => all.ids("import")).toContain(after);
    await expect.poll(screen.names).toContain("refresh");
    expect(screen.ids("import")).toEqual([before]);
  });
});

function hubOn(open: () => Client | null) {
  const checked: boolean[] = [];
  const heard: string[] = [];
  const hub = new LiveHub(() => new LiveConnection({ open, poll_ms: 30 }));
  const join = (gym: Gym, person: Person) =>
    hub.open({
      organization_id: gym.organization_id,
      reader_id: null,
      rights: { user_id: person.user_id, changed: (is_certain) => void checked.push(is_certain) },
      send: ({ name }) => heard.push(name),
    });
  return { checked, heard, join };
}

test("A5 every process hears of a change of rights, and of those of its own people only", async () => {
  const gym = await newGym();
  const [one, two, apart] = [hubOn(listenClient), hubOn(listenClient), hubOn(listenClient)];
  const leave = [one, two].map(({ join }) => join(gym, gym.people.trainer));
  leave.push(apart.join(gym, gym.people.admin));
  for (const { checked } of [one, two, apart]) await expect.poll(() => checked).toContain(false);
  await call(removeStaffMember, { id: staffId(gym.people.trainer) }, owner(gym));
  for (const { checked } of [one, two]) await expect.poll(() => checked).toContain(true);
  expect(apart.checked).not.toContain(true);
  for (const each of leave) each();
});

test("A5 where the driver has no notifications, every look asks for the rights too", async () => {
  const gym = await newGym();
  const polling = hubOn(() => null);
  const leave = polling.join(gym, gym.people.trainer);
  await expect.poll(() => polling.checked.length).toBeGreaterThan(2);
  leave();
});

test("A5 every table that resolves a caller notifies of its changes", async () => {
  const source = readFileSync("lib/kernel/resolve-caller.ts", "utf8");
  const tables = new Set([...source.matchAll(/\b(?:from|join) ([a-z_]+) [a-z]\b/g)].map(([, table]) => table));
  const notified = await inIdentity(null, (_, client) =>
    client.query<{ table: string }>(
      "select distinct tgrelid::regclass::text as table from pg_trigger where tgfoid = 'tell_rights()'::regprocedure order by 1",
    ),
  );
  expect(notified.rows.map(({ table }) => table)).toEqual([
    "member_addresses",
    "member_logins",
    "organizations",
    "session_families",
    "staff",
    "staff_locations",
    "support_grants",
    "users",
  ]);
  expect([...tables].sort()).toEqual(notified.rows.map(({ table }) => table));
});

test("A5 an export ends where the rights of its reader do", async () => {
  const gym = await newGym();
  const { admin } = gym.people;
  await inTenant({ organization_id: gym.organization_id, user_id: null }, async (_db, client) => {
    await client.query(
      `insert into members (id, organization_id, member_code, first_name, last_name, home_location_id, joined_on, search_text, sort_name)
       select gen_random_uuid(), organization_id, 'X-' || n, first_name, last_name, home_location_id, joined_on, search_text, sort_name
       from members, generate_series(1, 1200) n where id = $1`,
      [gym.member_id],
    );
  });
  const response = await send(exportMembers, {}, { token: admin.token });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  await call(removeStaffMember, { id: staffId(admin) }, owner(gym));
  const drain = async () => {
    let lines = 0;
    while (!(await reader.read()).done) lines += 1;
    return lines;
  };
  await expect(drain()).rejects.toThrow("Your role does not allow this.");
});
