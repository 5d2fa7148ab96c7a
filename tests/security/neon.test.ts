import { Pool as NeonPool } from "@neondatabase/serverless";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listenClient, pool } from "@/db/client";
import { members } from "@/db/schema";
import { clientOf, inTenant } from "@/db/tenancy";
import { setQueryTimeout, timeoutsOf } from "@/db/timeouts";
import { createMember } from "@/lib/domain/members";
import { LiveConnection } from "@/lib/kernel/live";
import { type Gym, newGym } from "@/tests/support/gym/gym";

const tenantOf = ({ organization_id }: Gym) => ({ organization_id, user_id: null });

const enroll = (gym: Gym) =>
  createMember(gym.people.receptionist.caller, {
    first_name: "Ada",
    last_name: "Berg",
    home_location_id: gym.location_id,
  });

test("a database at Neon is reached through Neon's driver", () => {
  expect(pool()).toBeInstanceOf(NeonPool);
});

test("A1 a transaction sees the rows of its organization alone, also without a filter", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const [own, foreign] = await Promise.all([enroll(gym), enroll(other)]);
  const rows = await inTenant(tenantOf(gym), (db) => db.select().from(members));
  const ids = rows.map(({ id }) => id);
  expect([ids.includes(own.id), ids.includes(foreign.id)]).toEqual([true, false]);
  expect(rows.filter(({ organization_id }) => organization_id !== gym.organization_id)).toEqual([]);
});

test("a transaction that fails leaves nothing, and its connection serves the next one", async () => {
  const gym = await newGym();
  const failed = inTenant(tenantOf(gym), async (db) => {
    await db.execute(sql`update organizations set name = 'Changed' where id = ${gym.organization_id}`);
    await db.execute(sql`select 1 / ${0}::int`);
  });
  await expect(failed).rejects.toMatchObject({ cause: { code: "22012" } });
  const { rows } = await inTenant(tenantOf(gym), (db) =>
    db.execute<{ name: string }>(sql`select name from organizations where id = ${gym.organization_id}`),
  );
  expect(rows[0]?.name).not.toBe("Changed");
});

test("the server cancels a statement before the client gives up, and a server that hangs is given up", async () => {
  const gym = await newGym();
  const { statement_ms } = timeoutsOf("request");
  await inTenant(tenantOf(gym), async (db) => {
    const { rows } = await db.execute<{ ms: string }>(
      sql`select extract(epoch from current_setting('statement_timeout')::interval) * 1000 as ms`,
    );
    expect(Number(rows[0]?.ms)).toBe(statement_ms);
  });
  const hanging = inTenant(tenantOf(gym), async (db) => {
    setQueryTimeout(clientOf(db), 100);
    await db.execute(sql`select pg_sleep(10)`);
  });
  await expect(hanging).rejects.toMatchObject({ name: "DatabaseUnavailable" });
});

test("live updates are polled, because the driver has no notifications", async () => {
  expect(listenClient()).toBeNull();
  const connection = new LiveConnection({ open: listenClient, poll_ms: 5 });
  await new Promise<void>((resolve) => {
    let gaps = 0;
    const stop = connection.listen({
      onSignal: () => expect.unreachable("there are no signals"),
      onGap: () => {
        gaps += 1;
        if (gaps < 3) return;
        stop();
        resolve();
      },
    });
  });
});
