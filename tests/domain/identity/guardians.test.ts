import { expect, test } from "vitest";
import { login } from "@/lib/domain/identity";
import { acceptMemberInvitation, readMemberInvitation } from "@/lib/domain/identity/member-invitations";
import { listOwnPeople, showOwnPerson } from "@/lib/domain/me";
import { updateMember } from "@/lib/domain/members";
import { listOrganizations } from "@/lib/domain/organization";
import { systemClock } from "@/lib/kernel/clock";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { accept, callerIn, enter, later, memberRow, owner, signedIn } from "@/tests/support/gym/logins";
import { invitedMember, memberEmail } from "@/tests/support/gym/member-invitations";
import { newAccount, visitor } from "@/tests/support/gym/people";

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
  const person = await signedIn(email);
  const gyms = async (clock = systemClock) =>
    (await listOrganizations({ ...person, clock }, {})).data.map(({ id, roles }) => [id, roles]);
  expect(await gyms()).toEqual([[gym.organization_id, ["member"]]]);
  expect(await gyms(later(12 * 24))).toEqual([]);
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
