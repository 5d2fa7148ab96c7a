import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { auditEntries, locations, organizations, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import {
  forgotPassword,
  register,
  resendVerification,
  resetPassword,
  verifyEmail,
} from "@/lib/contracts/identity/accounts";
import { login, me } from "@/lib/contracts/identity/auth";
import { slugOf } from "@/lib/domain/identity/open-gym";
import { newGym } from "@/tests/support/gym/gym";
import { from, goodPassword, joins, mailsTo, newAccount, newAddress, tokenIn } from "@/tests/support/gym/people";
import { call, refusal, send } from "@/tests/support/http/api";

const newEmail = () => `new-${newId().slice(-12)}@example.com`;
const somewhere = () => ({ headers: from(newAddress()) });

const signUp = (email: string, organization: { name?: string; slug?: string } = {}) => ({
  email,
  password: goodPassword,
  name: "Sam Nowak",
  organization: {
    name: "Forza Żoliborz",
    currency: "PLN" as const,
    time_zone: "Europe/Warsaw",
    location_name: "Plac Wilsona",
    ...organization,
  },
});

async function mailedSignUp(organization: { name?: string; slug?: string } = {}) {
  const email = newEmail();
  await call(register, signUp(email, organization), somewhere());
  return { email, token: tokenIn((await mailsTo(email))[0]) };
}

const userOf = async (email: string) =>
  (await inIdentity(null, (db) => db.select().from(users).where(eq(users.email, email))))[0];

test("signing up and following the mailed link opens the gym with its first location and its owner", async () => {
  const slug = `forza-${newId().slice(-8)}`;
  const { email, token } = await mailedSignUp({ slug });
  const { organization } = await call(verifyEmail, { token, password: goodPassword }, somewhere());
  expect(organization).toMatchObject({ slug, name: "Forza Żoliborz", role: "gym_owner" });
  const { access_token } = await call(login, { email, password: goodPassword }, somewhere());
  const who = await call(me, {}, { token: access_token });
  expect([who.roles, who.user.email_verified]).toEqual([["gym_owner"], true]);
  const organization_id = organization.id;
  const rows = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ name: locations.name, time_zone: locations.time_zone, currency: locations.currency })
      .from(locations)
      .where(eq(locations.organization_id, organization_id)),
  );
  expect(rows).toEqual([{ name: "Plac Wilsona", time_zone: "Europe/Warsaw", currency: "PLN" }]);
});

test("A9 the audit log of a new gym begins with its opening", async () => {
  const { token } = await mailedSignUp();
  const { organization, user } = await call(verifyEmail, { token, password: goodPassword }, somewhere());
  const organization_id = organization.id;
  const entries = await inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(auditEntries).where(eq(auditEntries.organization_id, organization_id)),
  );
  expect(entries).toMatchObject([
    { action: "auth.verify_email", actor_id: user.id, actor_name: "Sam Nowak", target_id: organization_id },
  ]);
  expect(JSON.stringify(entries)).not.toContain("password");
});

test("A10 signing up answers the same for a new address and for one that has an account", async () => {
  const { email } = await newAccount();
  const answers = await Promise.all(
    [newEmail(), email].map(async (address) => {
      const response = await send(register, signUp(address), somewhere());
      return [response.status, await response.text()];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toEqual([202, '{"status":"check_your_email"}']);
});

test("A10 nothing visible to others is created before the mailbox is verified", async () => {
  const slug = `unproven-${newId().slice(-8)}`;
  const { email } = await mailedSignUp({ slug });
  expect(await userOf(email)).toBeUndefined();
  const taken = await inIdentity(null, (db) =>
    db.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, slug)),
  );
  expect(taken).toEqual([]);
  const early = await refusal(login, { email, password: goodPassword }, somewhere());
  expect([early.status, early.code]).toEqual([401, "invalid_credentials"]);
});

test("A10 the owner of a registered address is informed by mail, and the account does not change", async () => {
  const { email, password } = await newAccount();
  const before = await userOf(email);
  await call(register, { ...signUp(email), password: "somebody else's choice" }, somewhere());
  expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(["You have an account already"]);
  expect(await userOf(email)).toEqual(before);
  expect((await call(login, { email, password }, somewhere())).token_type).toBe("Bearer");
});

test("A10 the mail of a sign-up contains no user input", async () => {
  const email = newEmail();
  await call(register, { ...signUp(email, { name: "Win a prize" }), name: "Visit evil.example" }, somewhere());
  const [mail] = await mailsTo(email);
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/prize|evil/);
});

test("A10 asking for a new password answers the same, and as slowly, with and without an account", async () => {
  const { email } = await newAccount();
  for (const address of [email, newEmail()]) {
    const started = performance.now();
    const response = await send(forgotPassword, { email: address }, somewhere());
    expect([response.status, await response.text()]).toEqual([202, '{"status":"check_your_email"}']);
    expect(performance.now() - started).toBeGreaterThanOrEqual(295);
  }
});

test("a click alone does not confirm another person's sign-up: the link asks for the chosen password", async () => {
  const { email, token } = await mailedSignUp();
  const answer = await refusal(verifyEmail, { token, password: "not the chosen one" }, somewhere());
  expect([answer.status, answer.code]).toEqual([401, "invalid_credentials"]);
  expect(await userOf(email)).toBeUndefined();
  expect((await send(verifyEmail, { token, password: goodPassword }, somewhere())).status).toBe(201);
});

test("of five clicks on a sign-up's link at once one opens a gym", async () => {
  const { email, token } = await mailedSignUp();
  const headers = from(newAddress());
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => send(verifyEmail, { token, password: goodPassword }, { headers })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410]);
  expect(await userOf(email)).toMatchObject({ email, disabled_at: null });
});

test("a link that was used, replaced by a newer one, or invented answers 410", async () => {
  const { email, token } = await mailedSignUp();
  await call(resendVerification, { email }, somewhere());
  const fresh = tokenIn((await mailsTo(email))[0]);
  const tries = async (text: string) =>
    (await refusal(verifyEmail, { token: text, password: goodPassword }, somewhere())).status;
  expect(await tries(token)).toBe(410);
  expect(await tries("A".repeat(43))).toBe(410);
  await call(verifyEmail, { token: fresh, password: goodPassword }, somewhere());
  expect(await tries(fresh)).toBe(410);
});

test("an address that another gym has is refused beside its field", async () => {
  const { organization } = await newGym();
  const answer = await refusal(register, signUp(newEmail(), { slug: organization.slug.slice(0, 40) }), somewhere());
  expect([answer.status, answer.code, answer.errors?.[0]?.field]).toEqual([409, "already_exists", "organization.slug"]);
});

test("two gyms of one name get an address each", async () => {
  const name = `Twin ${newId().slice(-8)}`;
  const slugs: string[] = [];
  for (const { token } of [await mailedSignUp({ name }), await mailedSignUp({ name })]) {
    const { organization } = await call(verifyEmail, { token, password: goodPassword }, somewhere());
    slugs.push(organization.slug);
  }
  expect(slugs).toEqual([slugOf(name), `${slugOf(name)}-2`]);
});

test("a reset link works once, ends every session and sends a confirmation mail", async () => {
  const [gym, account] = await Promise.all([newGym(), newAccount()]);
  await joins(gym, account, "admin");
  const { email, password } = account;
  const before = await call(login, { email, password }, somewhere());
  await call(forgotPassword, { email: email.toUpperCase() }, somewhere());
  const token = tokenIn((await mailsTo(email))[0]);
  await call(resetPassword, { token, password: "a new walk in the hills" }, somewhere());
  expect((await refusal(me, {}, { token: before.access_token })).status).toBe(401);
  expect((await refusal(login, { email, password }, somewhere())).status).toBe(401);
  expect((await send(login, { email, password: "a new walk in the hills" }, somewhere())).status).toBe(200);
  expect((await refusal(resetPassword, { token, password: "yet another long one" }, somewhere())).status).toBe(410);
  expect((await mailsTo(email))[0]?.subject).toBe("Your password was changed");
});

test("of ten uses of a reset link at once one sets the password", async () => {
  const { email } = await newAccount();
  await call(forgotPassword, { email }, somewhere());
  const token = tokenIn((await mailsTo(email))[0]);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      send(resetPassword, { token, password: `choice number ${index}` }, somewhere()),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(9).fill(410)]);
  expect((await userOf(email))?.session_version).toBe(2);
});

test("a weak new password is refused beside its field and does not use up the link", async () => {
  const { email } = await newAccount();
  await call(forgotPassword, { email }, somewhere());
  const token = tokenIn((await mailsTo(email))[0]);
  const answer = await refusal(resetPassword, { token, password: "password123" }, somewhere());
  expect([answer.status, answer.errors?.[0]?.field]).toEqual([422, "password"]);
  expect((await send(resetPassword, { token, password: "a stronger choice" }, somewhere())).status).toBe(204);
});
