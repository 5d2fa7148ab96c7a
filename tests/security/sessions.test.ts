import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { supportGrants, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { login, me, openWebSession } from "@/lib/domain/identity";
import { authenticate, authenticatePage } from "@/lib/kernel/authenticate";
import { type Clock, fixedClock } from "@/lib/kernel/clock";
import { sessionCookieName, writeWebSession } from "@/lib/kernel/web-session";
import { newGym } from "@/tests/support/gym/gym";
import { joins, newAccount, visitor } from "@/tests/support/gym/people";
import { readSources, withoutComments } from "@/tests/support/repository/walls/source";

const start = "2026-03-02T09:00:00Z";
const at = (hours: number) => fixedClock(Temporal.Instant.from(start).add({ hours }).toString());
const ninetyDays = 2_160;

const requestWith = (headers: Record<string, string>) =>
  new Request("http://127.0.0.1:3000/api/v1/auth/me", { headers });

/** The cookie as it comes out of every rolling: written just now, for the session of then. */
async function webSession(clock: Clock) {
  const account = await newAccount();
  const { email, password } = account;
  const session = await openWebSession(visitor(clock), { email, password, device_mark: null });
  const roll = async () => requestWith({ cookie: `${sessionCookieName()}=${await writeWebSession(session)}` });
  return { account, roll };
}

async function apiSession(clock: Clock) {
  const account = await newAccount();
  const { email, password } = account;
  const { access_token } = await login(visitor(clock), { email, password });
  return { account, request: requestWith({ authorization: `Bearer ${access_token}` }) };
}

test("a web session ends after 90 days, however often its cookie is rolled", async () => {
  const { account, roll } = await webSession(at(0));
  const last = await authenticate(await roll(), { clock: at(ninetyDays - 1) });
  expect(last.actor).toMatchObject({ type: "user", id: account.id });
  expect((await authenticate(await roll(), { clock: at(ninetyDays) })).actor.type).toBe("anonymous");
  expect((await authenticatePage(await roll(), null, at(ninetyDays - 1))).actor.type).toBe("user");
  expect((await authenticatePage(await roll(), null, at(ninetyDays))).actor.type).toBe("anonymous");
});

const changePassword = ({ id }: { id: string }) =>
  inIdentity(null, (db) => db.update(users).set({ session_version: 2 }).where(eq(users.id, id)));

test("A5 an access token from before a change of password is refused, although it has not expired", async () => {
  const { account, request } = await apiSession(at(0));
  expect((await authenticate(request, { clock: at(0) })).actor).toMatchObject({ id: account.id });
  await changePassword(account);
  await expect(authenticate(request, { clock: at(0) })).rejects.toMatchObject({ code: "token_expired" });
});

test("A5 a web session from before a change of password is none", async () => {
  const { account, roll } = await webSession(at(0));
  await changePassword(account);
  expect((await authenticate(await roll(), { clock: at(0) })).actor.type).toBe("anonymous");
});

test("A11 access for support ends at its hour by the caller's clock", async () => {
  const gym = await newGym();
  const { organization_id } = gym;
  const { account, roll } = await webSession(at(0));
  await inIdentity(null, (db) => db.update(users).set({ is_super_admin: true }).where(eq(users.id, account.id)));
  await inTenant({ organization_id, user_id: account.id }, (db) =>
    db.insert(supportGrants).values({
      id: newId(),
      organization_id,
      user_id: account.id,
      reason: "The import stopped half-way",
      granted_at: at(0).now().toString(),
      expires_at: at(2).now().toString(),
    }),
  );
  const enter = async (clock: Clock) => authenticatePage(await roll(), { id: organization_id }, clock);
  const gyms = async (clock: Clock) =>
    (await me(await authenticatePage(await roll(), null, clock), {})).organizations.map(({ id }) => id);
  expect([...(await enter(at(1))).roles]).toEqual(["super_admin"]);
  expect(await gyms(at(1))).toEqual([organization_id]);
  await expect(enter(at(2))).rejects.toMatchObject({ code: "not_found" });
  expect(await gyms(at(2))).toEqual([]);
});

test("A5 a colleague's session in the gym ends with their work there, by cookie and by token", async () => {
  const gym = await newGym();
  const { account, roll } = await webSession(at(0));
  const staff_id = await joins(gym, account, "trainer");
  const enter = async () => authenticatePage(await roll(), { id: gym.organization_id }, at(1));
  expect([...(await enter()).roles]).toEqual(["trainer"]);
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.execute(`update staff set ended_at = '${start}' where id = '${staff_id}'`),
  );
  await expect(enter()).rejects.toMatchObject({ code: "not_found" });
});

/** Both ends of this comparison are the database's own clock, or no SQL at all. */
const byOwnClock = ["lib/kernel/clock.ts", "lib/kernel/outbox-sweep.ts", "lib/kernel/single-flight-cache.ts"];

test("no rule about time is decided by the database's clock", () => {
  const sql = /(?<![\w.])now\(\)|\bcurrent_(?:date|time|timestamp)\b|\b(?:clock|statement|transaction)_timestamp\(/i;
  const asking = readSources()
    .filter(({ path }) => /^lib\/(kernel|domain)\//.test(path))
    .filter(({ text }) => sql.test(withoutComments(text)));
  expect(asking.map(({ path }) => path)).toEqual(byOwnClock);
});
