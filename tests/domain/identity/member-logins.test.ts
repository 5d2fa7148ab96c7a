import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, sessionFamilies, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import {
  forgotPassword,
  login,
  openSessionByLink,
  readSignInLink,
  resetPassword,
  sendSignInLink,
} from "@/lib/domain/identity";
import {
  acceptMemberInvitation,
  getInvitationBatch,
  getMemberLogin,
  inviteMember,
  inviteMembers,
  readMemberInvitation,
  removeMemberLogin,
  revokeMemberInvitation,
  sendInvitationBatch,
} from "@/lib/domain/identity/member-invitations";
import { listOwnPeople, showOwnPerson } from "@/lib/domain/me";
import { archiveMember, updateMember } from "@/lib/domain/members";
import { readAccessToken } from "@/lib/kernel/access-token";
import type { Caller } from "@/lib/kernel/caller";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock, systemClock } from "@/lib/kernel/clock";
import { resolveCaller } from "@/lib/kernel/resolve-caller";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { invitedMember, memberEmail } from "@/tests/support/gym/member-invitations";
import { joins, mailsTo, newAccount, signInToken, tokenIn, visitor } from "@/tests/support/gym/people";

const owner = (gym: Gym) => gym.people.gym_owner.caller;
const accept = (token: string, caller: Caller = visitor()) => acceptMemberInvitation(caller, { token });
const enter = (token: string) => openSessionByLink(visitor(), { token });
const later = (hours: number) => fixedClock(systemClock.now().add({ hours }).toString());

/** The caller of a session in the gym, as a request resolves it now. */
async function callerIn(gym: Gym, access_token: string, clock = systemClock): Promise<Caller> {
  const claims = await readAccessToken(access_token, systemClock);
  if (!claims) throw new Error("The access token is not valid");
  const { ip, user_agent, request_id, reason } = visitor();
  return resolveCaller(
    { user_id: claims.sub, family_id: claims.fam, session_version: claims.sv, surface: "api" },
    { id: gym.organization_id },
    { ip, user_agent, request_id, reason },
    clock,
  );
}

const signedIn = (email: string, gym?: Gym) =>
  inIdentity(null, async (db) => {
    const [user] = await db.select().from(users).where(eq(users.email, email));
    if (!user) throw new Error(`There is no account ${email}`);
    const [family] = await db
      .insert(sessionFamilies)
      .values({ user_id: user.id, surface: "web", organization_id: gym?.organization_id ?? null })
      .returning();
    const session = { family_id: family?.id ?? "", version: 1, surface: "web" as const };
    return { ...visitor(), actor: { type: "user" as const, id: user.id, name: user.name, email }, session };
  });

const memberRow = (gym: Gym, id: string) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
    const [row] = await db.select().from(members).where(eq(members.id, id));
    return row;
  });

test("J14 an invited member enters without a password, and signs in by link from then on", async () => {
  const gym = await newGym();
  const { member_id, email, token } = await invitedMember(gym);
  expect(await readMemberInvitation(visitor(), { token })).toMatchObject({
    kind: "own",
    first_name: "Maya",
    needs: "new_account",
    signed_in_as: null,
  });
  const { organization, sign_in_token } = await accept(token);
  expect(organization).toMatchObject({ id: gym.organization_id, role: "member", member_id, staff_id: null });
  const session = await enter(sign_in_token ?? "");
  expect((await callerIn(gym, session.access_token)).member_id).toBe(member_id);
  expect((await getMemberLogin(owner(gym), { id: member_id })).login).toMatchObject({ email });
  await expect(login(visitor(), { email, password: "anything at all" })).rejects.toMatchObject({
    code: "invalid_credentials",
  });
  expect((await enter(await signInToken(email))).user.organization?.member_id).toBe(member_id);
});

test("J14 an invited member may choose a password, and resetting one works without an earlier one", async () => {
  const gym = await newGym();
  const { email, token } = await invitedMember(gym);
  await acceptMemberInvitation(visitor(), { token, password: "a long walk by the river" });
  expect((await login(visitor(), { email, password: "a long walk by the river" })).user.email).toBe(email);
  const other = await invitedMember(gym);
  await accept(other.token);
  await forgotPassword(visitor(), { email: other.email });
  await resetPassword(visitor(), { token: tokenIn((await mailsTo(other.email))[0]), password: "another long walk" });
  expect((await login(visitor(), { email: other.email, password: "another long walk" })).user.email).toBe(other.email);
});

test("J14 the owner of the mailbox is told which account the invitation opened", async () => {
  const gym = await newGym();
  const { email, token } = await invitedMember(gym);
  const stranger = await newAccount();
  await expect(accept(token, await signedIn(stranger.email))).rejects.toMatchObject({ code: "conflict" });
  await acceptMemberInvitation(await signedIn(stranger.email), { token, link_to_signed_in: true });
  const [told] = await mailsTo(email);
  expect(told?.text).toContain(stranger.email);
});

test.each<[string, (gym: Gym, invited: { member_id: string; token: string }) => Promise<unknown>]>([
  ["used", (_, { token }) => accept(token)],
  ["revoked", (gym, { member_id }) => revokeMemberInvitation(owner(gym), { id: member_id })],
  ["replaced by a newer one", (gym, { member_id }) => inviteMember(owner(gym), { id: member_id })],
  [
    "sent to an address that staff have changed",
    (gym, { member_id }) => updateMember(owner(gym), { id: member_id, email: memberEmail() }),
  ],
  ["sent to a member who was archived", (gym, { member_id }) => archiveMember(owner(gym), { id: member_id })],
])("J14 an invitation that was %s opens nothing", async (_, change) => {
  const gym = await newGym();
  const invited = await invitedMember(gym);
  await change(gym, invited);
  await expect(readMemberInvitation(visitor(), { token: invited.token })).rejects.toMatchObject({
    code: "link_invalid",
  });
  await expect(accept(invited.token)).rejects.toMatchObject({ code: "link_invalid" });
});

test("J14 an invitation ends after 14 days", async () => {
  const gym = await newGym();
  const { token } = await invitedMember(gym);
  const at = (hours: number) => readMemberInvitation({ ...visitor(), clock: later(hours) }, { token });
  expect((await at(14 * 24 - 1)).needs).toBe("new_account");
  await expect(at(14 * 24 + 1)).rejects.toMatchObject({ code: "link_invalid" });
});

test("J14 a person with an account signs in to it before the membership is linked", async () => {
  const [gym, other] = [await newGym(), await newGym()];
  const account = await newAccount({ email: memberEmail() });
  await joins(other, account, "trainer");
  const { member_id, token } = await invitedMember(gym, { email: account.email });
  expect((await readMemberInvitation(visitor(), { token })).needs).toBe("sign_in");
  await expect(accept(token)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(
    acceptMemberInvitation(visitor(), { token, password: "a long walk by the river" }),
  ).rejects.toMatchObject({
    code: "unauthenticated",
  });
  const { organization, sign_in_token } = await accept(token, await signedIn(account.email));
  expect([organization.member_id, sign_in_token]).toEqual([member_id, null]);
  const { user } = await login(visitor(), { email: account.email, password: account.password });
  expect(user.organizations.map(({ role }) => role).sort()).toEqual(["member", "trainer"]);
});

test("J14 an account is one member of a gym, so it cannot take a second membership over", async () => {
  const gym = await newGym();
  const first = await invitedMember(gym);
  await accept(first.token);
  const second = await invitedMember(gym);
  const caller = await signedIn(first.email);
  await expect(acceptMemberInvitation(caller, { token: second.token, link_to_signed_in: true })).rejects.toMatchObject({
    code: "conflict",
  });
  expect((await memberRow(gym, second.member_id))?.user_id).toBeNull();
});

test("J14 staff who are members have both in one gym", async () => {
  const gym = await newGym();
  const account = await newAccount();
  await joins(gym, account, "receptionist");
  const member_id = await newMember(gym, { email: account.email });
  const session = await enter(await signInToken(account.email));
  const caller = await callerIn(gym, session.access_token);
  expect([caller.member_id, [...caller.roles].sort()]).toEqual([member_id, ["member", "receptionist"]]);
});

test("J14 a sign-in link works once, for 15 minutes, and reading it uses nothing up", async () => {
  const { email } = await newAccount();
  const token = await signInToken(email);
  expect(await readSignInLink(visitor(), { token })).toEqual({ email });
  await expect(readSignInLink({ ...visitor(), clock: later(1) }, { token })).rejects.toMatchObject({
    code: "link_invalid",
  });
  await enter(token);
  await expect(enter(token)).rejects.toMatchObject({ code: "link_invalid" });
});

test("J14 the answer is the same for a known address, an unknown one and a super admin, who gets no link", async () => {
  const root = await newAccount({ is_super_admin: true });
  const unknown = memberEmail();
  const { email } = await newAccount();
  const answers = await Promise.all(
    [root.email, unknown, email].map((one) => sendSignInLink(visitor(), { email: one })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["check_your_email"]));
  expect(await mailsTo(unknown)).toEqual([]);
  expect((await mailsTo(root.email))[0]?.text).not.toContain("token=");
  expect((await mailsTo(email))[0]?.text).toContain("token=");
});

test.each([
  ["a sign-in link", sendSignInLink],
  ["a forgotten password", forgotPassword],
])(
  "J14 %s is the way in of an imported member without an account, in every gym that knows the address",
  async (_, ask) => {
    const [gym, other] = [await newGym(), await newGym()];
    const email = memberEmail();
    const ids = await Promise.all([gym, other].map((one) => newMember(one, { first_name: "Ines", email })));
    await ask(visitor(), { email: email.toUpperCase() });
    const { user } = await enter(tokenIn((await mailsTo(email))[0]));
    expect(user.name).toBe("Ines");
    expect(user.organizations.map(({ member_id }) => member_id).sort()).toEqual([...ids].sort());
  },
);

test("J14 an archived member and one with another login are not linked by a sign-in link", async () => {
  const gym = await newGym();
  const email = memberEmail();
  const member_id = await newMember(gym, { email });
  const token = await signInToken(email);
  await archiveMember(owner(gym), { id: member_id });
  await expect(enter(token)).rejects.toMatchObject({ code: "link_invalid" });
  const taken = await newAccount();
  const held = await newAccount({ email: memberEmail() });
  const held_id = await newMember(gym, { email: held.email, user_id: taken.id });
  expect((await enter(await signInToken(held.email))).user.organizations).toEqual([]);
  expect((await memberRow(gym, held_id))?.user_id).toBe(taken.id);
});

test("J14 a login that staff removed no longer opens the gym", async () => {
  const gym = await newGym();
  const { member_id, token } = await invitedMember(gym);
  const session = await enter((await accept(token)).sign_in_token ?? "");
  await removeMemberLogin(owner(gym), { id: member_id });
  await expect(callerIn(gym, session.access_token)).rejects.toMatchObject({ code: "not_found" });
  expect((await getMemberLogin(owner(gym), { id: member_id })).login).toBeNull();
});

test("J14 many are invited once: without an address, archived, signed in and just invited members are skipped", async () => {
  const gym = await newGym();
  const { people, organization, member_id } = gym;
  const invited = await invitedMember(gym);
  const [fresh, silent, archived] = await Promise.all([
    newMember(gym, { email: memberEmail() }),
    newMember(gym),
    newMember(gym, { email: memberEmail(), archived_at: "2026-01-01T00:00:00Z" }),
  ]);
  const member_ids = [invited.member_id, fresh, silent, archived, member_id] as string[];
  const { id } = await inviteMembers(people.admin.caller, { member_ids });
  const run = () => sendInvitationBatch(systemCaller("Invitations", organization), { batch_id: id });
  expect(await run()).toEqual({ is_done: true });
  await run();
  const done = await getInvitationBatch(people.admin.caller, { id });
  expect(done).toMatchObject({ state: "done", looked_at: 5, invited: 1 });
  expect(Object.fromEntries(done.skipped.map(({ reason, count }) => [reason, count]))).toEqual({
    invited_recently: 1,
    no_email: 1,
    archived: 1,
    has_login: 1,
  });
});

const child = (email: string, birth_on: string) => ({
  first_name: "Kim",
  birth_on,
  email: null,
  guardian_email: email,
  guardian_name: "Gita Guardian",
});

/** In years before today, in UTC. */
const yearsAgo = (years: number, days = 0) =>
  systemClock.now().toZonedDateTimeISO("UTC").toPlainDate().subtract({ years }).add({ days }).toString();

test("J13 a minor is invited through the guardian, whose account shows the minor until they come of age", async () => {
  const gym = await newGym();
  const email = memberEmail();
  const { member_id, token } = await invitedMember(gym, child(email, yearsAgo(18, 10)));
  expect(await readMemberInvitation(visitor(), { token })).toMatchObject({ kind: "guardian", needs: "new_account" });
  const stranger = await newAccount();
  expect((await readMemberInvitation(await signedIn(stranger.email), { token })).needs).toBe("sign_out");
  await expect(
    acceptMemberInvitation(await signedIn(stranger.email), { token, link_to_signed_in: true }),
  ).rejects.toMatchObject({ code: "conflict" });
  const session = await enter((await accept(token)).sign_in_token ?? "");
  expect(session.user.name).toBe("Gita Guardian");
  expect((await callerIn(gym, session.access_token)).member_id).toBe(member_id);
  await expect(callerIn(gym, session.access_token, later(12 * 24))).rejects.toMatchObject({ code: "not_found" });
  expect((await memberRow(gym, member_id))?.user_id).toBeNull();
});

test("J14 a guardian who is a member switches to each ward, and the end of the relation ends it at once", async () => {
  const gym = await newGym();
  const account = await newAccount();
  const self = await newMember(gym, { first_name: "Gita", email: account.email, user_id: account.id });
  const [kim, lou] = [
    await newMember(gym, child(account.email, yearsAgo(12))),
    await newMember(gym, { ...child(account.email, yearsAgo(9)), first_name: "Lou" }),
  ];
  const grown = await newMember(gym, child(account.email, yearsAgo(19)));
  const foreign = await newMember(gym, child(memberEmail(), yearsAgo(12)));
  const { access_token } = await login(visitor(), { email: account.email, password: account.password });
  const caller = () => callerIn(gym, access_token);
  const people = async () => (await listOwnPeople(await caller(), {})).data.map(({ member_id }) => member_id);
  expect([(await caller()).member_id, await people()]).toEqual([self, [self, kim, lou]]);
  await showOwnPerson(await caller(), { member_id: lou });
  expect((await caller()).member_id).toBe(lou);
  for (const member_id of [grown, foreign, gym.member_id]) {
    await expect(showOwnPerson(await caller(), { member_id })).rejects.toMatchObject({ code: "not_found" });
  }
  await updateMember(owner(gym), { id: lou, guardian_email: memberEmail() });
  expect([(await caller()).member_id, await people()]).toEqual([self, [self, kim]]);
});

test("J13 an address that was never proven shows no wards", async () => {
  const gym = await newGym();
  const account = await newAccount({ email_verified_at: null });
  await newMember(gym, child(account.email, yearsAgo(12)));
  const { user } = await login(visitor(), { email: account.email, password: account.password });
  expect(user.organizations).toEqual([]);
});
