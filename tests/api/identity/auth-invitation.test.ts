import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { auditEntries, invitations, staff } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { acceptInvitation, readInvitation } from "@/lib/contracts/identity/accounts";
import { login, me } from "@/lib/contracts/identity/auth";
import { listLocations } from "@/lib/contracts/organization/locations";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { from, goodPassword, invite, joins, newAccount, newAddress } from "@/tests/support/gym/people";
import { call, refusal, send } from "@/tests/support/http/api";

const newEmail = () => `kai-${newId().slice(-12)}@example.com`;
const somewhere = () => ({ headers: from(newAddress()) });
const kai = { name: "Kai Nakamura", password: goodPassword };

const inGym = <T>({ organization_id }: Gym, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id, user_id: null }, work);

test("a new user joins the team with a name and a password, bound to the invited locations", async () => {
  const gym = await newGym();
  const north = await newLocation(gym, "North");
  const email = newEmail();
  const token = await invite(gym, { email, role: "trainer", location_ids: [north] });
  expect(await call(readInvitation, { token }, somewhere())).toMatchObject({
    email,
    role: "trainer",
    needs: "new_account",
  });
  await call(acceptInvitation, { token, ...kai }, somewhere());
  const { access_token } = await call(login, { email, password: kai.password }, somewhere());
  expect((await call(me, {}, { token: access_token })).roles).toEqual(["trainer"]);
  const { data } = await call(listLocations, {}, { token: access_token });
  expect(data.map(({ id }) => id)).toEqual([north]);
});

test("A9 joining is in the gym's audit log with the role and the inviter", async () => {
  const gym = await newGym();
  const { user } = await call(
    acceptInvitation,
    { token: await invite(gym, { email: newEmail() }), ...kai },
    somewhere(),
  );
  const entries = await inGym(gym, (db) =>
    db.select().from(auditEntries).where(eq(auditEntries.organization_id, gym.organization_id)),
  );
  expect(entries).toMatchObject([
    {
      action: "auth.accept_invitation",
      actor_id: user.id,
      after: { role: "receptionist", invited_by: gym.people.gym_owner.user_id },
    },
  ]);
});

test("a user with an account joins when signed in or with the account's password only", async () => {
  const [gym, other, account] = await Promise.all([newGym(), newGym(), newAccount()]);
  await joins(other, account, "trainer");
  const token = await invite(gym, { email: account.email });
  expect((await refusal(acceptInvitation, { token }, somewhere())).code).toBe("invalid_credentials");
  const wrong = await refusal(acceptInvitation, { token, password: "a wrong guess" }, somewhere());
  expect(wrong.code).toBe("invalid_credentials");
  const { token: strangers } = gym.people.trainer;
  expect((await refusal(acceptInvitation, { token }, { token: strangers })).code).toBe("invalid_credentials");
  const { access_token } = await call(login, { email: account.email, password: account.password }, somewhere());
  expect((await call(readInvitation, { token }, { token: access_token })).needs).toBe("nothing");
  const { organization } = await call(acceptInvitation, { token }, { token: access_token });
  expect(organization).toMatchObject({ id: gym.organization_id, role: "receptionist" });
});

test("an invitation works once, also when it is accepted twice at once", async () => {
  const gym = await newGym();
  const token = await invite(gym, { email: newEmail() });
  const answers = await Promise.all([1, 2, 3].map(() => send(acceptInvitation, { token, ...kai }, somewhere())));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses[0]).toBe(201);
  expect(statuses.slice(1).every((status) => status >= 400)).toBe(true);
  expect((await refusal(acceptInvitation, { token, ...kai }, somewhere())).status).toBe(410);
});

test("an invitation that expired, was withdrawn, is of another gym or invented answers 410", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const withdrawn = await invite(gym, { email: newEmail() });
  await inGym(gym, (db) =>
    db
      .update(invitations)
      .set({ revoked_at: "2026-01-01T00:00:00Z" })
      .where(eq(invitations.organization_id, gym.organization_id)),
  );
  const moved = (await invite(gym, { email: newEmail() })).replace(gym.organization_id, other.organization_id);
  const tokens = {
    withdrawn,
    expired: await invite(gym, { email: newEmail(), expires_at: "2026-01-01T00:00:00Z" }),
    moved,
    invented: `${gym.organization_id}.${"A".repeat(43)}`,
    shapeless: "x".repeat(60),
  };
  for (const [name, token] of Object.entries(tokens)) {
    const { status, code } = await refusal(acceptInvitation, { token, ...kai }, somewhere());
    expect([name, status, code]).toEqual([name, 410, "link_invalid"]);
    expect((await refusal(readInvitation, { token }, somewhere())).status).toBe(410);
  }
});

test("A7 the role is the invited one: the invited user cannot choose it", async () => {
  const gym = await newGym();
  const token = await invite(gym, { email: newEmail(), role: "receptionist" });
  const answer = await refusal(acceptInvitation, { token, ...kai, role: "gym_owner" }, somewhere());
  expect([answer.status, answer.errors?.[0]?.field]).toEqual([422, "role"]);
});

test("A7 an invitation is invalid once its sender may no longer grant its role", async () => {
  const gym = await newGym();
  const { admin } = gym.people;
  const token = await invite(gym, { email: newEmail(), role: "admin", invited_by: admin.user_id });
  await inGym(gym, (db) =>
    db
      .update(staff)
      .set({ role: "receptionist" })
      .where(and(eq(staff.organization_id, gym.organization_id), eq(staff.user_id, admin.user_id))),
  );
  expect((await refusal(acceptInvitation, { token, ...kai }, somewhere())).code).toBe("link_invalid");
});

test("A7 an invitation to a role above its sender's role does not grant that role", async () => {
  const gym = await newGym();
  const token = await invite(gym, { email: newEmail(), role: "gym_owner", invited_by: gym.people.admin.user_id });
  expect((await refusal(acceptInvitation, { token, ...kai }, somewhere())).code).toBe("link_invalid");
});

test("A5 an invitation sent by a former staff member is invalid", async () => {
  const gym = await newGym();
  const token = await invite(gym, { email: newEmail() });
  await inGym(gym, (db) =>
    db.update(staff).set({ ended_at: "2026-02-01T00:00:00Z" }).where(eq(staff.user_id, gym.people.gym_owner.user_id)),
  );
  expect((await refusal(acceptInvitation, { token, ...kai }, somewhere())).code).toBe("link_invalid");
});

test("a former staff member who returns gets the same row", async () => {
  const [gym, account] = await Promise.all([newGym(), newAccount()]);
  const staff_id = await joins(gym, account, "admin");
  await inGym(gym, (db) => db.update(staff).set({ ended_at: "2026-02-01T00:00:00Z" }).where(eq(staff.id, staff_id)));
  const token = await invite(gym, { email: account.email, role: "trainer" });
  const { organization } = await call(acceptInvitation, { token, password: account.password }, somewhere());
  expect(organization).toMatchObject({ staff_id, role: "trainer" });
});

test("a current staff member keeps their role", async () => {
  const [gym, account] = await Promise.all([newGym(), newAccount()]);
  await joins(gym, account, "trainer");
  const token = await invite(gym, { email: account.email, role: "admin" });
  const answer = await refusal(acceptInvitation, { token, password: account.password }, somewhere());
  expect([answer.status, answer.code]).toEqual([409, "already_exists"]);
});
