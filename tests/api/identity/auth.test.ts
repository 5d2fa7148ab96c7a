import { eq } from "drizzle-orm";
import { SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { staff, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { login, logout, logoutAll, me, switchOrganization } from "@/lib/contracts/identity/auth";
import { createLocation, listLocations } from "@/lib/contracts/organization/locations";
import { issueAccessToken } from "@/lib/kernel/access-token";
import { fixedClock, systemClock } from "@/lib/kernel/clock";
import { deriveKey } from "@/lib/kernel/keys";
import { newGym } from "@/tests/support/gym/gym";
import { from, joins, newAccount, newAddress } from "@/tests/support/gym/people";
import { call, refusal, send } from "@/tests/support/http/api";

const signIn = (email: string, password: string, more: Record<string, string> = {}) =>
  call(login, { email, password, ...more }, { headers: from(newAddress()) });

test("signing in answers a bearer pair that works at once, for the person's gym", async () => {
  const [gym, account] = await Promise.all([newGym(), newAccount()]);
  await joins(gym, account, "admin");
  const answer = await signIn(account.email.toUpperCase(), account.password);
  expect(Object.keys(answer).sort()).toEqual(["access_token", "expires_in", "refresh_token", "token_type", "user"]);
  expect([answer.token_type, answer.expires_in]).toEqual(["Bearer", 900]);
  expect(answer.user.organization).toMatchObject({ id: gym.organization_id, role: "admin" });
  const { data } = await call(listLocations, {}, { token: answer.access_token });
  expect(data.map(({ id }) => id)).toEqual([gym.location_id]);
});

test("a user of two gyms signs in to the requested one, otherwise to the first by name, and sees both", async () => {
  const [one, two, account] = await Promise.all([newGym(), newGym(), newAccount()]);
  await joins(one, account, "trainer");
  await joins(two, account, "gym_owner");
  const { user } = await signIn(account.email, account.password);
  const names = user.organizations.map(({ name }) => name);
  expect(user.organizations.map(({ id }) => id).sort()).toEqual([one.organization_id, two.organization_id].sort());
  expect(names).toEqual([...names].sort());
  expect(user.organization?.id).toBe(user.organizations[0]?.id);
  for (const name of [two.organization.slug, two.organization_id]) {
    const chosen = await signIn(account.email, account.password, { organization: name });
    expect(chosen.user.organization).toMatchObject({ id: two.organization_id, role: "gym_owner" });
  }
});

test("A1 signing in to a gym that one does not belong to looks like a gym that does not exist", async () => {
  const [gym, account] = await Promise.all([newGym(), newAccount()]);
  const { email, password } = account;
  const tries = [gym.organization.slug, "no-such-gym"].map((organization) =>
    refusal(login, { email, password, organization }, { headers: from(newAddress()) }),
  );
  const [foreign, missing] = await Promise.all(tries);
  expect(foreign).toEqual(missing);
  expect(foreign?.status).toBe(404);
});

test("A10 a wrong password, an unknown address, an account without a password and a closed one get the same answer", async () => {
  const known = await newAccount();
  const without = await newAccount({ password_hash: null });
  const closed = await newAccount({ disabled_at: "2026-01-02T00:00:00Z" });
  const tries = [
    { email: known.email, password: "not the password" },
    { email: "nobody-at-all@example.com", password: known.password },
    { email: without.email, password: without.password },
    { email: closed.email, password: closed.password },
  ];
  for (const input of tries) {
    const response = await send(login, input, { headers: from(newAddress()) });
    expect([response.status, await response.json()]).toEqual([
      401,
      {
        type: "/docs/errors#invalid_credentials",
        title: "E-mail and password do not match.",
        status: 401,
        code: "invalid_credentials",
        detail: "E-mail and password do not match. Check both, or ask for a link that sets a new password.",
        instance: "/api/v1/auth/login",
      },
    ]);
  }
});

test("a token that has expired, was altered, has no signature, another purpose or another key is invalid", async () => {
  const { people, organization_id } = await newGym();
  const { user_id, family_id, token } = people.gym_owner;
  const claims = { sub: user_id, org: organization_id, sv: 1, fam: family_id };
  const [head, body = "", signature] = token.split(".");
  const raised = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, "base64url").toString()), sv: 2 }));
  const signed = (key: Uint8Array, typ: string) =>
    new SignJWT({ org: organization_id, sv: 1, fam: family_id })
      .setProtectedHeader({ alg: "HS256", typ })
      .setSubject(user_id)
      .setIssuer("fitflow")
      .setAudience("fitflow-api")
      .setExpirationTime("15m")
      .sign(key);
  const worthless = {
    expired: await issueAccessToken(claims, fixedClock("2026-01-01T00:00:00Z")),
    altered: [head, raised.toString("base64url"), signature].join("."),
    unsigned: new UnsecuredJWT({ org: organization_id, sv: 1, fam: family_id })
      .setSubject(user_id)
      .setIssuer("fitflow")
      .setAudience("fitflow-api")
      .setExpirationTime("15m")
      .encode(),
    other_key: await signed(deriveKey("web-session"), "at+jwt"),
    other_purpose: await signed(deriveKey("access-token"), "JWT"),
  };
  expect((await send(me, {}, { token: await signed(deriveKey("access-token"), "at+jwt") })).status).toBe(200);
  for (const [name, text] of Object.entries(worthless)) {
    const { status, code } = await refusal(me, {}, { token: text });
    expect([name, status, code]).toEqual([name, 401, "token_expired"]);
  }
});

test("an access token lives 15 minutes and not a second longer", async () => {
  const { people, organization_id } = await newGym();
  const { user_id, family_id } = people.admin;
  const claims = { sub: user_id, org: organization_id, sv: 1, fam: family_id };
  const aged = (seconds: number) => issueAccessToken(claims, { now: () => systemClock.now().subtract({ seconds }) });
  expect((await send(me, {}, { token: await aged(895) })).status).toBe(200);
  expect((await send(me, {}, { token: await aged(901) })).status).toBe(401);
});

test("A5 a change of role counts on the next request of a session that is open already", async () => {
  const { organization_id, people } = await newGym();
  const { token, user_id } = people.admin;
  const location = { name: "North", time_zone: "Europe/Berlin", currency: "EUR" as const, opening_hours: {} };
  await call(createLocation, location, { token });
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.update(staff).set({ role: "receptionist" }).where(eq(staff.user_id, user_id)),
  );
  expect(await refusal(createLocation, { ...location, name: "South" }, { token })).toMatchObject({ status: 403 });
});

test("A5 a dismissal counts on the next request of a session that is open already", async () => {
  const { organization_id, organization, people } = await newGym();
  const { token, user_id } = people.trainer;
  await call(listLocations, {}, { token });
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.update(staff).set({ ended_at: "2026-02-01T00:00:00Z" }).where(eq(staff.user_id, user_id)),
  );
  expect(await refusal(listLocations, {}, { token })).toMatchObject({ status: 401, code: "token_expired" });
  const named = await refusal(listLocations, {}, { token, headers: { "x-organization": organization.slug } });
  expect(named.status).toBe(404);
});

test("A5 a closed account loses access on the next request", async () => {
  const { people } = await newGym();
  await inIdentity(null, (db) =>
    db.update(users).set({ disabled_at: "2026-02-01T00:00:00Z" }).where(eq(users.id, people.admin.user_id)),
  );
  expect((await refusal(me, {}, { token: people.admin.token })).status).toBe(401);
});

test("signing out ends this session at once and leaves the person's other sessions open", async () => {
  const account = await newAccount();
  const [phone, laptop] = await Promise.all([
    signIn(account.email, account.password),
    signIn(account.email, account.password),
  ]);
  expect(await call(logout, {}, { token: phone.access_token })).toBeNull();
  expect((await refusal(me, {}, { token: phone.access_token })).status).toBe(401);
  expect((await send(me, {}, { token: laptop.access_token })).status).toBe(200);
});

test("signing out everywhere ends every session of the user and no other session", async () => {
  const [account, other] = await Promise.all([newAccount(), newAccount()]);
  const [phone, laptop, stranger] = await Promise.all([
    signIn(account.email, account.password),
    signIn(account.email, account.password),
    signIn(other.email, other.password),
  ]);
  await call(logoutAll, {}, { token: phone.access_token });
  expect((await refusal(me, {}, { token: phone.access_token })).status).toBe(401);
  expect((await refusal(me, {}, { token: laptop.access_token })).status).toBe(401);
  expect((await send(me, {}, { token: stranger.access_token })).status).toBe(200);
  expect((await signIn(account.email, account.password)).token_type).toBe("Bearer");
});

test("switching gives a pair for another gym of the person, with the rights held there", async () => {
  const [one, two, account] = await Promise.all([newGym(), newGym(), newAccount()]);
  await joins(one, account, "gym_owner");
  await joins(two, account, "receptionist");
  const first = await signIn(account.email, account.password, { organization: one.organization.slug });
  const second = await call(switchOrganization, { organization: two.organization.slug }, { token: first.access_token });
  const there = await call(me, {}, { token: second.access_token });
  expect(there.organization?.id).toBe(two.organization_id);
  expect(there.roles).toEqual(["receptionist"]);
  expect(there.permissions).not.toContain("staff.write");
  expect((await call(me, {}, { token: first.access_token })).roles).toEqual(["gym_owner"]);
});

test("A1 switching to a gym that one does not belong to looks like a gym that does not exist", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const { token } = gym.people.gym_owner;
  const [foreign, missing] = await Promise.all(
    [other.organization.slug, "no-such-gym"].map((organization) =>
      refusal(switchOrganization, { organization }, { token }),
    ),
  );
  expect(foreign).toEqual(missing);
  expect(foreign?.status).toBe(404);
});
