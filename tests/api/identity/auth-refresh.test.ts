import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { auditEntries, identityEvents, sessionFamilies, staff, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { me } from "@/lib/contracts/identity/auth";
import { login, refresh } from "@/lib/domain/identity";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { type Account, joins, newAccount, visitor } from "@/tests/support/gym/people";
import { refusal, send } from "@/tests/support/http/api";

const start = "2026-03-02T09:00:00Z";
const at = (change: Temporal.DurationLike) => fixedClock(Temporal.Instant.from(start).add(change).toString());

async function signedIn(): Promise<{ gym: Gym; account: Account; refresh_token: string }> {
  const [gym, account] = await Promise.all([newGym(), newAccount()]);
  await joins(gym, account, "admin");
  const { email, password } = account;
  const { refresh_token } = await login(visitor(fixedClock(start)), { email, password });
  return { gym, account, refresh_token };
}

const trade = (refresh_token: string, change: Temporal.DurationLike) => refresh(visitor(at(change)), { refresh_token });
const days = (count: number) => ({ hours: 24 * count });

test("a refresh token is exchanged for a new pair, and so is its successor", async () => {
  const { gym, refresh_token } = await signedIn();
  const second = await trade(refresh_token, { minutes: 15 });
  const third = await trade(second.refresh_token, { minutes: 30 });
  expect(new Set([refresh_token, second.refresh_token, third.refresh_token]).size).toBe(3);
  expect(third.user.organization?.id).toBe(gym.organization_id);
});

test("two refreshes at once get one and the same successor", async () => {
  const { refresh_token } = await signedIn();
  const answers = await Promise.all(Array.from({ length: 12 }, () => trade(refresh_token, { minutes: 15 })));
  const successors = new Set(answers.map((answer) => answer.refresh_token));
  expect(successors.size).toBe(1);
  const [successor = ""] = successors;
  expect((await trade(successor, { minutes: 30 })).token_type).toBe("Bearer");
});

test("a refresh repeated within 10 seconds gets the same successor, since its answer may have been lost", async () => {
  const { refresh_token } = await signedIn();
  const first = await trade(refresh_token, { minutes: 15 });
  const again = await trade(refresh_token, { minutes: 15, seconds: 10 });
  expect(again.refresh_token).toBe(first.refresh_token);
});

test("A6 a refresh token reused after 10 seconds ends the session with all its tokens", async () => {
  const { refresh_token } = await signedIn();
  const second = await trade(refresh_token, { minutes: 15 });
  await expect(trade(refresh_token, { minutes: 15, seconds: 11 })).rejects.toMatchObject({ code: "token_expired" });
  await expect(trade(second.refresh_token, { minutes: 16 })).rejects.toMatchObject({ code: "token_expired" });
});

test("A6 the reuse of a refresh token ends the access tokens of its session too", async () => {
  const [gym, account] = await Promise.all([newGym(), newAccount()]);
  await joins(gym, account, "admin");
  const { email, password } = account;
  const pair = await login(visitor(), { email, password });
  const { access_token } = await refresh(visitor(), { refresh_token: pair.refresh_token });
  expect((await send(me, {}, { token: access_token })).status).toBe(200);
  const later = { now: () => Temporal.Now.instant().add({ seconds: 20 }) };
  await expect(refresh(visitor(later), { refresh_token: pair.refresh_token })).rejects.toMatchObject({ status: 401 });
  expect((await refusal(me, {}, { token: access_token })).status).toBe(401);
});

test("A6 the reuse of a refresh token is in the audit log of the gym and of the user", async () => {
  const { gym, account, refresh_token } = await signedIn();
  await trade(refresh_token, { minutes: 15 });
  await trade(refresh_token, { minutes: 20 }).catch(() => {});
  const { organization_id } = gym;
  const entries = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(auditEntries)
      .where(
        and(eq(auditEntries.organization_id, organization_id), eq(auditEntries.action, "auth.refresh_token_reused")),
      ),
  );
  expect(entries).toMatchObject([{ actor_id: account.id, target_type: "session" }]);
  const events = await inIdentity(null, (db) =>
    db.select().from(identityEvents).where(eq(identityEvents.user_id, account.id)),
  );
  expect(events.map(({ details }) => details?.event)).toContain("auth.refresh_token_reused");
});

test("a session that is not used for 30 days has ended", async () => {
  const [one, two] = await Promise.all([signedIn(), signedIn()]);
  expect((await trade(one.refresh_token, { hours: 24 * 30 - 1 })).token_type).toBe("Bearer");
  await expect(trade(two.refresh_token, days(30))).rejects.toMatchObject({ code: "token_expired" });
});

test("a session ends after 90 days however often it is used", async () => {
  const { refresh_token } = await signedIn();
  let token = refresh_token;
  for (const day of [29, 58, 87]) token = (await trade(token, days(day))).refresh_token;
  await expect(trade(token, days(90))).rejects.toMatchObject({ code: "token_expired" });
});

test("a change of password invalidates all earlier refresh tokens", async () => {
  const { account, refresh_token } = await signedIn();
  await inIdentity(null, (db) => db.update(users).set({ session_version: 2 }).where(eq(users.id, account.id)));
  await expect(trade(refresh_token, { minutes: 15 })).rejects.toMatchObject({ code: "token_expired" });
});

test("A5 a former staff member gets no further tokens for that gym", async () => {
  const { gym, account, refresh_token } = await signedIn();
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.update(staff).set({ ended_at: start }).where(eq(staff.user_id, account.id)),
  );
  await expect(trade(refresh_token, { minutes: 15 })).rejects.toMatchObject({ code: "token_expired" });
});

test("an unknown refresh token answers 401, and only the hash of a real one is stored", async () => {
  const { account, refresh_token } = await signedIn();
  const invented = `${refresh_token.split(".")[0]}.${"A".repeat(43)}`;
  await expect(trade(invented, { minutes: 1 })).rejects.toMatchObject({ code: "token_expired" });
  const stored = await inIdentity(null, (db) =>
    db.execute(`select r::text as row from refresh_tokens r join session_families f on f.id = r.family_id
      where f.user_id = '${account.id}'`),
  );
  expect(stored.rows).toHaveLength(1);
  expect(JSON.stringify(stored.rows)).not.toContain(refresh_token.split(".")[1]);
});

test("signing in leaves one open session of its own", async () => {
  const { account } = await signedIn();
  const families = await inIdentity(null, (db) =>
    db.select().from(sessionFamilies).where(eq(sessionFamilies.user_id, account.id)),
  );
  expect(families).toMatchObject([{ surface: "api", revoked_at: null }]);
});
