import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { users } from "@/db/schema";
import { DEMO_ACCOUNTS } from "@/db/seed/accounts";
import { ironTemple } from "@/db/seed/gyms/iron-temple";
import { shaktiFitness } from "@/db/seed/gyms/shakti-fitness";
import { inIdentity } from "@/db/tenancy";
import { forgotPassword as forgotContract } from "@/lib/contracts/identity/accounts";
import { login as loginContract } from "@/lib/contracts/identity/auth";
import { forgotPassword, login, openWebSession, refresh, resetPassword } from "@/lib/domain/identity";
import { postMail } from "@/lib/domain/identity/mail";
import { isOutboxReadable, listOutbox, readOutbox } from "@/lib/domain/messages/outbox";
import { authenticate } from "@/lib/kernel/authenticate";
import { demoSignIn } from "@/lib/kernel/demo";
import { sessionCookieName, writeWebSession } from "@/lib/kernel/web-session";
import { isDemoAccount } from "@/lib/values/demo";
import { demoSetting } from "@/scripts/start/demo";
import { publicUrl, withSettings } from "@/tests/support/environment/settings";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { from, mailsTo, newAccount, newAddress, tokenIn, visitor } from "@/tests/support/gym/people";
import { send } from "@/tests/support/http/api";
import { turn } from "@/tests/support/messages/delivery";
import { messagesOf, notifyMembers } from "@/tests/support/messages/messages";

const plain = { button: "Open", language: "en", gym: null } as const;

const newDemoAccount = () => newAccount({ email: `u-${newId().slice(-12)}@demo.fitflow.test` });
const request = (headers: Record<string, string>) => new Request("http://127.0.0.1:3000/api/v1/auth/me", { headers });

async function signedIn(account: { email: string; password: string }) {
  const { email, password } = account;
  const pair = await login(visitor(), { email, password });
  const session = await openWebSession(visitor(), { email, password, device_mark: null });
  const byToken = () => authenticate(request({ authorization: `Bearer ${pair.access_token}` }));
  const byCookie = async () =>
    authenticate(request({ cookie: `${sessionCookieName()}=${await writeWebSession(session)}` }));
  const renewed = () => refresh(visitor(), { refresh_token: pair.refresh_token });
  return { byToken, byCookie, renewed };
}

test.each(["0", "1"] as const)(
  "at a public address a demo account neither signs in nor stays signed in (FITFLOW_DEMO=%s)",
  async (FITFLOW_DEMO) => {
    const account = await newDemoAccount();
    const { byToken, byCookie, renewed } = await signedIn(account);
    expect((await byToken()).actor.type).toBe("user");
    withSettings({ PUBLIC_URL: publicUrl, FITFLOW_DEMO });
    await expect(byToken()).rejects.toMatchObject({ code: "token_expired" });
    expect((await byCookie()).actor.type).toBe("anonymous");
    await expect(renewed()).rejects.toMatchObject({ code: "token_expired" });
    expect(demoSignIn()).toBeNull();
  },
);

test("A10 at a public address a demo account is refused in the same bytes as an unknown one", async () => {
  const { email, password } = await newDemoAccount();
  withSettings({ PUBLIC_URL: publicUrl, FITFLOW_DEMO: "1" });
  const answer = async (contract: typeof loginContract | typeof forgotContract, input: Record<string, unknown>) => {
    const response = await send(contract, input, { headers: from(newAddress()) });
    return [response.status, await response.text()];
  };
  const unknown = `u-${newId().slice(-12)}@demo.fitflow.test`;
  const refused = await answer(loginContract, { email, password });
  expect(refused[0]).toBe(401);
  expect(refused).toEqual(await answer(loginContract, { email: unknown, password }));
  expect(await answer(forgotContract, { email })).toEqual(await answer(forgotContract, { email: unknown }));
  expect(await mailsTo(email)).toEqual([]);
});

test("FITFLOW_DEMO=public opens the demo's accounts at a public address, but sets no new password", async () => {
  const account = await newDemoAccount();
  await forgotPassword(visitor(), { email: account.email });
  const token = tokenIn((await mailsTo(account.email))[0]);
  withSettings({ PUBLIC_URL: publicUrl, FITFLOW_DEMO: "public" });
  const { byToken, byCookie, renewed } = await signedIn(account);
  expect([(await byToken()).actor.type, (await byCookie()).actor.type]).toEqual(["user", "user"]);
  expect((await renewed()).token_type).toBe("Bearer");
  await forgotPassword(visitor(), { email: account.email });
  expect(await mailsTo(account.email)).toHaveLength(1);
  await expect(resetPassword(visitor(), { token, password: "another walk by the sea" })).rejects.toMatchObject({
    code: "link_invalid",
  });
});

test("A11 the demo's platform administrator is closed at a public address, whatever the setting", async () => {
  const account = await newDemoAccount();
  await inIdentity(null, (db) => db.update(users).set({ is_super_admin: true }).where(eq(users.id, account.id)));
  const { byToken } = await signedIn(account);
  withSettings({ PUBLIC_URL: publicUrl, FITFLOW_DEMO: "public" });
  await expect(byToken()).rejects.toMatchObject({ code: "token_expired" });
  await expect(signedIn(account)).rejects.toMatchObject({ code: "invalid_credentials" });
});

test("at a public address everybody else signs in and sets a new password as ever", async () => {
  const account = await newAccount();
  withSettings({ PUBLIC_URL: publicUrl, FITFLOW_DEMO: "0" });
  expect((await (await signedIn(account)).byToken()).actor.type).toBe("user");
  await forgotPassword(visitor(), { email: account.email });
  const token = tokenIn((await mailsTo(account.email))[0]);
  await resetPassword(visitor(), { token, password: "another walk by the sea" });
  expect((await login(visitor(), { email: account.email, password: "another walk by the sea" })).token_type).toBe(
    "Bearer",
  );
});

test("the demo's accounts have a domain that no real mailbox can have", () => {
  const seeded = JSON.stringify([ironTemple, shaktiFitness]).matchAll(/"email":"([^"]+)"/g);
  const accounts = [...Array.from(seeded, ([, email = ""]) => email), ...DEMO_ACCOUNTS.map(([email]) => email)];
  expect(accounts.length).toBeGreaterThan(15);
  expect(accounts.filter((email) => !isDemoAccount(email))).toEqual([]);
  const real = ["a@fitflow.test.example.com", "a@notfitflow.test", "fitflow.test@example.com", "demo@fitflow.com"];
  expect(real.filter(isDemoAccount)).toEqual([]);
});

test.each([
  ["http://127.0.0.1:3000", undefined, "1"],
  ["http://localhost:3000", "0", "1"],
  ["http://[::1]:3000", undefined, "1"],
  ["https://gym.example", undefined, null],
  ["https://gym.example", "1", null],
  ["http://192.168.1.20:3000", "1", null],
  ["http://127.0.0.1.gym.example", "1", null],
  ["https://gym.example", "public", "public"],
] as const)("`npm run up` at %s with FITFLOW_DEMO=%s shows the demo as %s", (url, wanted, shown) => {
  expect(demoSetting(url, wanted)).toBe(shown);
});

test.each([
  ["this machine", "http://127.0.0.1:3000", { is_local: true, is_super_admin: false }, true],
  ["this machine at a public address", publicUrl, { is_local: true, is_super_admin: false }, false],
  ["elsewhere", "http://127.0.0.1:3000", { is_local: false, is_super_admin: false }, false],
  ["a server without the setting", "http://127.0.0.1:3000", { is_super_admin: false }, false],
  ["a platform administrator elsewhere", publicUrl, { is_local: false, is_super_admin: true }, true],
] as const)("the outbox from %s", (_, PUBLIC_URL, reader, isReadable) => {
  for (const FITFLOW_DEMO of ["0", "1", "public"] as const)
    for (const NODE_ENV of ["production", "development"] as const) {
      withSettings({ PUBLIC_URL, FITFLOW_DEMO, NODE_ENV });
      expect(isOutboxReadable(reader)).toBe(isReadable);
    }
});

test("A11 a platform administrator from elsewhere reads mails about accounts and no gym's messages", async () => {
  const gym = await newGym();
  const member_id = await newMember(gym, { first_name: "Rahel", email: "rahel@example.com" });
  const variables = { plan_name: "Unlimited", starts_on: "2026-03-12" };
  await notifyMembers(gym, "welcome", [{ member_id, event_key: "welcome", variables }]);
  await turn(gym);
  const [{ id } = { id: "" }] = await messagesOf(gym);
  const { email } = await newAccount();
  await inIdentity(null, (db) =>
    postMail(db, { to: email, subject: "A new password", text: "https://x.example", ...plain }),
  );
  const root = { ...visitor(), is_super_admin: true };
  const { data } = await listOutbox(root, { limit: 50 });
  expect(data.map(({ to }) => to)).toContain(email);
  expect(data.filter(({ gym_name }) => gym_name !== null)).toEqual([]);
  await expect(readOutbox(root, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await readOutbox({ ...visitor(), is_local: true }, { id })).toMatchObject({ to: "rahel@example.com" });
});
