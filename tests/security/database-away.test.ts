import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Outcome, optionsFor } from "@/app/api/auth/[...nextauth]/options";
import { closePool, listenClient, pool } from "@/db/client";
import { locations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { contracts } from "@/lib/contracts";
import { me } from "@/lib/contracts/identity/auth";
import { createLocation, listLocations, updateLocation } from "@/lib/contracts/organization/locations";
import { authenticatePage } from "@/lib/kernel/authenticate";
import { env } from "@/lib/kernel/env";
import { alive, ready } from "@/lib/kernel/health";
import { LiveConnection } from "@/lib/kernel/live";
import { problemResponse } from "@/lib/kernel/problem-response";
import { sessionCookieName, writeWebSession } from "@/lib/kernel/web-session";
import { alwaysOpen } from "@/lib/values/opening-hours";
import { exampleOf } from "@/tests/support/contracts/examples";
import { DatabaseLine } from "@/tests/support/database/database-proxy";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call, send } from "@/tests/support/http/api";

const line = new DatabaseLine(new URL(process.env.DATABASE_URL ?? ""));

beforeAll(async () => {
  process.env.DATABASE_URL = await line.listen();
  process.env.DATABASE_CONNECT_TIMEOUT_MS = "700";
  process.env.DATABASE_QUERY_TIMEOUT_MS = "1500";
});
afterEach(() => line.restore());
afterAll(async () => {
  await closePool();
  await line.close();
});

const place = { name: "Second", time_zone: "Europe/Berlin", currency: "EUR" as const, opening_hours: alwaysOpen };
const keyed = (gym: Gym) => ({ token: gym.people.gym_owner.token, headers: { "idempotency-key": "open-second" } });
const names = (gym: Gym) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.select({ name: locations.name }).from(locations).where(eq(locations.organization_id, gym.organization_id)),
  ).then((rows) => rows.map(({ name }) => name).sort());

async function problemOf(response: Response) {
  const { code } = (await response.json()) as { code: string };
  return [response.status, code, response.headers.get("retry-after")];
}
const away = [503, "unavailable", "2"];

test("R14 with the database killed every operation answers 503, and goes on when it is back, without a restart", async () => {
  expect(env().DATABASE_QUERY_TIMEOUT_MS).toBe(1_500);
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  await call(createLocation, place, { token });
  await line.refuse();
  for (const contract of contracts) {
    const bearer = contract.id.startsWith("auth.") && contract.access === "public" ? {} : { token };
    const response = await send(contract, exampleOf(contract).input as Record<string, unknown>, bearer);
    const text = await response.text();
    if (response.status !== 503) expect([contract.id, response.status, text]).toEqual([contract.id, 503, ""]);
    expect([contract.id, response.headers.get("retry-after")]).toEqual([contract.id, "2"]);
    expect(text).not.toMatch(/ECONN|127\.0\.0\.1|select|postgres/i);
  }
  await line.restore();
  expect((await call(listLocations, {}, { token })).data.map(({ name }) => name).sort()).toEqual(["Main", "Second"]);
});

test("R14 a hanging database times out, on open and on new connections, and no hanging connection is reused", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  await Promise.all([1, 2, 3].map(() => call(listLocations, {}, { token })));
  line.silence();
  for (const _ of ["open", "new"]) {
    const answers = await Promise.all([1, 2, 3].map(() => send(listLocations, {}, { token })));
    expect(await Promise.all(answers.map(problemOf))).toEqual([away, away, away]);
  }
  await line.restore();
  const answers = await Promise.all(Array.from({ length: 12 }, () => send(listLocations, {}, { token })));
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
});

describe("R14 a connection that breaks in the middle of a transaction", () => {
  /** A parameter of the insert: the text of a prepared statement is sent only once. */
  const statement = "Second";

  test.each(["before", "after"] as const)(
    "R14 %s its statement: 503, nothing is stored, a repeat stores it once",
    async (moment) => {
      const gym = await newGym();
      const broken = line.cut({ words: statement, moment });
      expect(await problemOf(await send(createLocation, place, keyed(gym)))).toEqual(away);
      await broken;
      expect(await names(gym)).toEqual(["Main"]);
      await call(createLocation, place, keyed(gym));
      expect(await names(gym)).toEqual(["Main", "Second"]);
    },
  );

  test("R14 hanging there ends the request too, and its locks end with it", async () => {
    const gym = await newGym();
    const { token } = gym.people.gym_owner;
    const holder = await pool().connect();
    try {
      await holder.query(`begin; select set_config('app.organization_id', '${gym.organization_id}', true)`);
      await holder.query("select from locations where id = $1 for update", [gym.location_id]);
      const waiting = send(updateLocation, { id: gym.location_id, name: "Old" }, { token });
      const watch = await pool().connect();
      await expect
        .poll(async () => (await watch.query("select from pg_locks where not granted")).rowCount, {
          timeout: 1_000,
          interval: 20,
        })
        .toBeGreaterThan(0)
        .finally(() => watch.release());
      line.silence();
      expect(await problemOf(await waiting)).toEqual(away);
    } finally {
      holder.release(true);
    }
    await line.restore();
    await call(updateLocation, { id: gym.location_id, name: "New" }, { token });
    expect(await names(gym)).toEqual(["New"]);
  });

  test("R14 ended by the server: 503 too", async () => {
    const gym = await newGym();
    const ended = inTenant({ organization_id: gym.organization_id, user_id: null }, (_, client) =>
      client.query("select pg_terminate_backend(pg_backend_pid())"),
    );
    await expect(ended).rejects.toMatchObject({ name: "DatabaseUnavailable", may_be_committed: false });
  });
});

describe("R14 an answer to the COMMIT that is lost", () => {
  const unknown = [503, "outcome_unknown", "2"];
  /** The audit entry goes with the COMMIT. The key was reserved for the same operation before. */
  const commit = { words: createLocation.id, answer: "COMMIT\0", skip: 1 };

  test("R14 after it was carried out: the answer says that it may be there, and a repeat with the key gets the first answer", async () => {
    const gym = await newGym();
    const broken = line.cut({ ...commit, moment: "after" });
    expect(await problemOf(await send(createLocation, place, keyed(gym)))).toEqual(unknown);
    await broken;
    expect(await names(gym)).toEqual(["Main", "Second"]);
    const again = await send(createLocation, place, keyed(gym));
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    expect(await names(gym)).toEqual(["Main", "Second"]);
  });

  test("R14 before it was carried out: the same answer, and a repeat with the key stores it", async () => {
    const gym = await newGym();
    const broken = line.cut({ ...commit, moment: "before" });
    expect(await problemOf(await send(createLocation, place, keyed(gym)))).toEqual(unknown);
    await broken;
    expect(await names(gym)).toEqual(["Main"]);
    await call(createLocation, place, keyed(gym));
    expect(await names(gym)).toEqual(["Main", "Second"]);
  });

  test("R14 of a request that only reads leaves nothing open", async () => {
    const gym = await newGym();
    // The query for the caller names the organization too.
    const broken = line.cut({ words: gym.organization_id, moment: "before", skip: 1 });
    expect(await problemOf(await send(listLocations, {}, { token: gym.people.gym_owner.token }))).toEqual(away);
    await broken;
  });
});

test("R14 readiness says so in time, and the process stays alive", async () => {
  await newGym();
  line.silence();
  expect([(await ready()).status, alive().status]).toEqual([503, 200]);
  await line.restore();
  await expect.poll(async () => (await ready()).status).toBe(200);
});

describe("R14 a user who is signed in on the web", () => {
  const cookieOf = async ({ people: { gym_owner } }: Gym) => {
    const { user_id, family_id } = gym_owner;
    return `${sessionCookieName()}=${await writeWebSession({ user_id, family_id, session_version: 1 })}`;
  };

  test("R14 is not treated as signed out while the database is unavailable", async () => {
    const gym = await newGym();
    const cookie = await cookieOf(gym);
    const request = () => new Request("http://127.0.0.1:3000/manage/x", { headers: { cookie } });
    await line.refuse();
    await expect(authenticatePage(request(), null)).rejects.toMatchObject({ name: "DatabaseUnavailable" });
    await line.restore();
    expect((await authenticatePage(request(), null)).actor.type).toBe("user");
  });

  test("R14 gets an error when the sign-out could not be stored; the next one is stored", async () => {
    const gym = await newGym();
    const cookie = await cookieOf(gym);
    const signOut = async () => {
      const outcome: Outcome = {};
      const { events } = optionsFor(new Request("http://127.0.0.1:3000/api/auth/signout"), outcome);
      const { user_id, family_id } = gym.people.gym_owner;
      const token = { user_id, family_id, session_version: 1 };
      await events?.signOut?.({ token, session: undefined as never });
      return outcome.problem && problemOf(problemResponse(outcome.problem, "", "http://127.0.0.1:3000/"));
    };
    await line.refuse();
    expect(await signOut()).toEqual(away);
    await line.restore();
    expect((await send(me, {}, { headers: { cookie } })).status).toBe(200);
    expect(await signOut()).toBeUndefined();
    expect((await send(me, {}, { headers: { cookie } })).status).toBe(401);
  });
});

test("R14 the connection for live signals is retried when it hangs while connecting", async () => {
  let gaps = 0;
  line.silence();
  const live = new LiveConnection({ open: listenClient, poll_ms: 60_000 });
  const before = line.arrivals;
  const leave = live.listen({
    onSignal: () => {},
    onGap: () => {
      gaps += 1;
    },
  });
  await expect.poll(() => line.arrivals).toBeGreaterThan(before);
  await line.restore();
  await expect.poll(() => gaps, { timeout: 10_000 }).toBeGreaterThan(0);
  leave();
});
