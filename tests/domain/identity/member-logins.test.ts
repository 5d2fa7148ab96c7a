import { expect, test } from "vitest";
import { forgotPassword, login, readSignInLink, resetPassword, sendSignInLink } from "@/lib/domain/identity";
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
import { archiveMember, updateMember } from "@/lib/domain/members";
import { systemCaller } from "@/lib/kernel/caller";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { accept, callerIn, enter, later, memberRow, owner, signedIn } from "@/tests/support/gym/logins";
import { invitedMember, memberEmail } from "@/tests/support/gym/member-invitations";
import { joins, mailsTo, newAccount, signInToken, tokenIn, visitor } from "@/tests/support/gym/people";

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
