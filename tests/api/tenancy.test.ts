import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { pool } from "@/db/client";
import { type Database, inTenant } from "@/db/tenancy";
import { listLocations } from "@/lib/contracts/organization/locations";
import { listMemberships } from "@/lib/domain/memberships";
import { listPlans } from "@/lib/domain/memberships/plans";
import { updateLocation } from "@/lib/domain/organization/locations";
import { listAudit } from "@/lib/domain/platform/audit";
import { listStaff } from "@/lib/domain/team";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newSale } from "@/tests/support/gym/plans";
import { call } from "@/tests/support/http/api";

// Read when the first connection is opened, which no import does.
process.env.DATABASE_POOL_MAX = "2";

const GYMS = 20;
const ROUNDS = 12;
const gyms: Gym[] = [];

beforeAll(async () => {
  gyms.push(...(await Promise.all(Array.from({ length: GYMS }, () => newGym()))));
  for (const gym of gyms) {
    await newMember(gym);
    await newSale(gym);
  }
}, 120_000);

const bound = (gym: Gym) => ({ organization_id: gym.organization_id, user_id: null });

/** Every table with rows of a gym, queried without a filter: only the policy separates the gyms. */
const everything = sql`
  select distinct organization_id::text as organization_id from (
    select organization_id from members union all select organization_id from memberships
    union all select organization_id from membership_plans union all select organization_id from locations
    union all select organization_id from staff union all select organization_id from audit_entries
    union all select organization_id from outbox_events) rows`;

async function seen(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ organization_id: string }>(everything);
  return rows.map(({ organization_id }) => organization_id);
}

class Dropped extends Error {}

/** What a request can do to a connection before the next gym gets it. */
const disturbances: ((gym: Gym) => Promise<unknown>)[] = [
  (gym) =>
    inTenant(bound(gym), async (db) => {
      await seen(db);
      throw new Dropped();
    }),
  (gym) => inTenant(bound(gym), (db) => db.execute(sql`select 1 / 0`)),
  (gym) => inTenant(bound(gym), (db) => db.execute(sql`select * from no_such_table`)),
  (gym) =>
    inTenant(bound(gym), async (db) => {
      await db.execute(sql`set local statement_timeout = 5`);
      await db.execute(sql`select pg_sleep(1)`);
    }),
  (gym) =>
    inTenant(bound(gym), async (db) => {
      await db.execute(sql`rollback`);
      if ((await seen(db)).length === 0) throw new Dropped();
    }),
  (gym) => inTenant(bound(gym), (db) => db.execute(sql`select pg_terminate_backend(pg_backend_pid())`)),
];

const foreignIds = (gym: Gym) =>
  gyms.filter((other) => other !== gym).flatMap((other) => [other.organization_id, other.location_id, other.member_id]);

const work: ((gym: Gym) => Promise<unknown>)[] = [
  (gym) => listMemberships(gym.people.admin.caller, {}),
  (gym) => listStaff(gym.people.admin.caller, {}),
  (gym) => listPlans(gym.people.trainer.caller, { with_counts: true }),
  (gym) => listAudit(gym.people.gym_owner.caller, {}),
  (gym) => call(listLocations, {}, { token: gym.people.receptionist.token }),
  (gym) => updateLocation(gym.people.admin.caller, { id: gym.location_id, capacity: 100 }).catch(() => null),
];

test("A1 twenty gyms on two connections, among broken transactions: no gym sees a foreign row", async () => {
  expect(pool().options.max).toBe(2);
  const leaks: string[] = [];
  let answers = 0;
  let broken = 0;
  const visit = async (gym: Gym, round: number) => {
    await disturbances[(round + gyms.indexOf(gym)) % disturbances.length]?.(gym).catch(() => {
      broken += 1;
    });
    const rows = await inTenant(bound(gym), seen);
    if (rows.length !== 1 || rows[0] !== gym.organization_id) leaks.push(`${gym.organization_id} saw ${rows}`);
    const answer = JSON.stringify(await work[round % work.length]?.(gym));
    for (const id of foreignIds(gym)) if (answer.includes(id)) leaks.push(`${gym.organization_id} was shown ${id}`);
    answers += 1;
  };
  for (let round = 0; round < ROUNDS; round++) await Promise.all(gyms.map((gym) => visit(gym, round)));
  expect(leaks).toEqual([]);
  expect([answers, broken]).toEqual([GYMS * ROUNDS, GYMS * ROUNDS]);
  expect(pool().totalCount).toBeLessThanOrEqual(2);
}, 120_000);

test("A1 a transaction without an organization sees no rows", async () => {
  const rows = await Promise.all(
    Array.from({ length: 6 }, () => inTenant({ organization_id: null, user_id: null }, seen)),
  );
  expect(rows.flat()).toEqual([]);
});

test("A1 the next request binds a connection again that a query bound to another gym", async () => {
  const [own, other] = gyms as [Gym, Gym];
  for (let turn = 0; turn < 4; turn++) {
    await inTenant(bound(own), (db) =>
      db.execute(sql`select set_config('app.organization_id', ${other.organization_id}, false)`),
    );
  }
  const rows = await Promise.all(Array.from({ length: 6 }, () => inTenant(bound(own), seen)));
  expect(rows.flat().every((id) => id === own.organization_id)).toBe(true);
  const unbound = await Promise.all(
    Array.from({ length: 6 }, () => inTenant({ organization_id: null, user_id: null }, seen)),
  );
  expect(unbound.flat()).toEqual([]);
});

test("A1 an injected statement does not get the owner's rights", async () => {
  const [own] = gyms as [Gym];
  const attempts = [
    "reset role",
    "reset session authorization",
    "set role postgres",
    "set session authorization postgres",
    "set local row_security = off",
    "alter table members disable row level security",
    "alter table members no force row level security",
    "drop policy members_tenant on members",
    "create policy open on members using (true)",
    "grant all on members to public",
  ];
  for (const attempt of attempts) {
    const rows = await inTenant(bound(own), async (db) => {
      await db.execute(sql.raw(`savepoint here`));
      await db.execute(sql.raw(attempt)).catch(() => db.execute(sql.raw("rollback to savepoint here")));
      return seen(db);
    }).catch((error: Error & { cause?: { code?: string } }) => [error.cause?.code]);
    // 42501: with row_security off PostgreSQL refuses a query that a policy would have filtered.
    expect([[own.organization_id], ["42501"]], attempt).toContainEqual(rows);
  }
});

test("A1 an organization id must be exactly a uuid", async () => {
  const [own, other] = gyms as [Gym, Gym];
  const names = [
    `${own.organization_id}'; select set_config('app.organization_id', '${other.organization_id}', true); --`,
    `${own.organization_id}\n`,
    "' or true --",
    "*",
  ];
  for (const organization_id of names) {
    await expect(inTenant({ organization_id, user_id: null }, seen)).rejects.toThrow("Tenant ids must be UUIDs");
    await expect(inTenant({ organization_id: null, user_id: organization_id }, seen)).rejects.toThrow(
      "Tenant ids must be UUIDs",
    );
  }
});
