import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outboxMails } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import * as auth from "@/lib/contracts/identity/accounts";
import { listLocations } from "@/lib/contracts/organization/locations";
import { listAudit } from "@/lib/contracts/platform/audit";
import * as invitations from "@/lib/contracts/team/invitations";
import * as contracts from "@/lib/contracts/team/staff";
import { issueAccessToken } from "@/lib/kernel/access-token";
import { systemClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newLocation, newStaff, newUser, type Person } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal, send } from "@/tests/support/http/api";

const idOf = (person: Person) => person.caller.staff_id ?? "";
const roleOf = async (gym: Gym, person: Person) =>
  (await call(contracts.getStaffMember, { id: idOf(person) }, { token: gym.people.gym_owner.token })).role;

test("the team is listed by name with role and locations", async () => {
  const gym = await newGym();
  const { data } = await call(contracts.listStaff, {}, { token: gym.people.receptionist.token });
  expect(data.map(({ role }) => role)).toEqual(["admin", "gym_owner", "receptionist", "trainer"]);
  expect(data.every(({ location_ids }) => location_ids.length === 0)).toBe(true);
  const owners = await call(contracts.listStaff, { role: "gym_owner" }, { token: gym.people.trainer.token });
  expect(owners.data.map(({ id }) => id)).toEqual([idOf(gym.people.gym_owner)]);
});

test("A7 an administrator cannot make anyone an owner", async () => {
  const gym = await newGym();
  const { token } = gym.people.admin;
  const answers = await Promise.all([
    refusal(contracts.updateStaffMember, { id: idOf(gym.people.trainer), role: "gym_owner" }, { token }),
    refusal(invitations.createInvitation, { email: "kai@example.com", role: "gym_owner" }, { token }),
  ]);
  expect(answers.map(({ status, code }) => [status, code])).toEqual([
    [403, "role_above_own"],
    [403, "role_above_own"],
  ]);
  expect(await roleOf(gym, gym.people.trainer)).toBe("trainer");
});

test("A7 an administrator neither demotes nor removes an owner", async () => {
  const gym = await newGym();
  const second = await newStaff(gym, "gym_owner");
  const { token } = gym.people.admin;
  const answers = await Promise.all([
    refusal(contracts.updateStaffMember, { id: idOf(second), role: "trainer" }, { token }),
    refusal(contracts.removeStaffMember, { id: idOf(second) }, { token }),
  ]);
  expect(answers.map(({ code }) => code)).toEqual(["role_above_own", "role_above_own"]);
});

test("A7 staff cannot change their own role or locations, or remove themselves", async () => {
  const gym = await newGym();
  await newStaff(gym, "gym_owner");
  const { token } = gym.people.gym_owner;
  const id = idOf(gym.people.gym_owner);
  const answers = await Promise.all([
    refusal(contracts.updateStaffMember, { id, role: "admin" }, { token }),
    refusal(contracts.updateStaffMember, { id, location_ids: [gym.location_id] }, { token }),
    refusal(contracts.removeStaffMember, { id }, { token }),
  ]);
  expect(answers.map(({ status, code }) => [status, code])).toEqual(Array(3).fill([403, "forbidden"]));
});

test("A7 two owners who remove each other at the same moment: one of them stays", async () => {
  const gym = await newGym();
  const second = await newStaff(gym, "gym_owner");
  const first = gym.people.gym_owner;
  const answers = await Promise.all([
    send(contracts.removeStaffMember, { id: idOf(second) }, { token: first.token }),
    send(contracts.removeStaffMember, { id: idOf(first) }, { token: second.token }),
  ]);
  const { data } = await call(contracts.listStaff, { role: "gym_owner" }, { token: gym.people.admin.token });
  expect(data.length).toBe(1);
  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
});

test("A7 two owners who demote each other at the same moment: one of them stays owner", async () => {
  const gym = await newGym();
  const second = await newStaff(gym, "gym_owner");
  const first = gym.people.gym_owner;
  await Promise.all([
    send(contracts.updateStaffMember, { id: idOf(second), role: "trainer" }, { token: first.token }),
    send(contracts.updateStaffMember, { id: idOf(first), role: "trainer" }, { token: second.token }),
  ]);
  const { data } = await call(contracts.listStaff, { role: "gym_owner" }, { token: gym.people.admin.token });
  expect(data.length).toBe(1);
});

test("A5 a new role counts from the next request on", async () => {
  const gym = await newGym();
  const { receptionist, gym_owner } = gym.people;
  const asked = () =>
    send(invitations.createInvitation, { email: "kai@example.com", role: "trainer" }, { token: receptionist.token });
  expect((await asked()).status).toBe(403);
  await call(contracts.updateStaffMember, { id: idOf(receptionist), role: "admin" }, { token: gym_owner.token });
  expect((await asked()).status).toBe(201);
});

test("A5 a removed staff member loses access with the next request", async () => {
  const gym = await newGym();
  const { trainer, gym_owner } = gym.people;
  await call(contracts.removeStaffMember, { id: idOf(trainer) }, { token: gym_owner.token });
  expect((await refusal(listLocations, {}, { token: trainer.token })).status).toBe(401);
  const { data } = await call(contracts.listStaff, {}, { token: gym_owner.token });
  expect(data.some(({ id }) => id === idOf(trainer))).toBe(false);
  const left = await call(contracts.listStaff, { state: "left" }, { token: gym_owner.token });
  expect(left.data.map(({ id, ended_at }) => [id, ended_at !== null])).toEqual([[idOf(trainer), true]]);
});

test("A9 a changed role leaves who, what, before and after in the log", async () => {
  const gym = await newGym();
  const { gym_owner, trainer } = gym.people;
  await call(
    contracts.updateStaffMember,
    { id: idOf(trainer), role: "admin" },
    {
      token: gym_owner.token,
      headers: { "x-reason": "Runs the second branch" },
    },
  );
  const { data } = await call(listAudit, { target_id: idOf(trainer) }, { token: gym_owner.token });
  expect(
    data.map(({ action, actor_id, before, after, reason }) => ({ action, actor_id, before, after, reason })),
  ).toEqual([
    {
      action: "staff.update",
      actor_id: gym_owner.user_id,
      before: { role: "trainer" },
      after: { role: "admin" },
      reason: "Runs the second branch",
    },
  ]);
});

test("A3 an administrator of one branch hires and moves people within that branch only", async () => {
  const gym = await newGym();
  const other = await newLocation(gym, "Second");
  const { token } = await newBoundStaff(gym, "admin", [gym.location_id]);
  const [here, there] = await Promise.all([
    newBoundStaff(gym, "trainer", [gym.location_id]),
    newBoundStaff(gym, "trainer", [other]),
  ]);
  const { data } = await call(contracts.listStaff, {}, { token });
  expect(data.some(({ id }) => id === idOf(here))).toBe(true);
  expect(data.some(({ id }) => id === idOf(there))).toBe(false);
  const update = contracts.updateStaffMember;
  const invite = invitations.createInvitation;
  const answers = await Promise.all([
    refusal(update, { id: idOf(there), title: "Coach" }, { token }),
    refusal(update, { id: idOf(here), location_ids: [other] }, { token }),
    refusal(update, { id: idOf(here), location_ids: [] }, { token }),
    refusal(update, { id: idOf(gym.people.trainer), title: "Coach" }, { token }),
    refusal(invite, { email: "kai@example.com", role: "trainer" }, { token }),
    refusal(invite, { email: "kai@example.com", role: "trainer", location_ids: [other] }, { token }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 422, 422, 403, 422, 422]);
  await call(update, { id: idOf(here), title: "Coach" }, { token });
  await call(invite, { email: "kai@example.com", role: "trainer", location_ids: [gym.location_id] }, { token });
});

test("staff cannot be assigned to a location of another gym", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const { status, errors } = await refusal(
    contracts.updateStaffMember,
    { id: idOf(gym.people.trainer), location_ids: [other.location_id] },
    { token: gym.people.gym_owner.token },
  );
  expect([status, errors?.[0]?.field]).toEqual([422, "location_ids"]);
});

const mailsTo = (email: string) =>
  inIdentity(null, (db) => db.select().from(outboxMails).where(eq(outboxMails.to_email, email)));

const tokenIn = (text: string) => new URL(/https?:\S+/.exec(text)?.[0] ?? "").searchParams.get("token") ?? "";

test("an invitation goes out by mail, works for 7 days and can be sent again with a fresh link", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const { email } = await newUser();
  const sent = await call(invitations.createInvitation, { email, role: "trainer" }, { token });
  expect(Date.parse(sent.expires_at) - Date.parse(sent.created_at)).toBe(7 * 24 * 60 * 60 * 1000);
  await call(invitations.resendInvitation, { id: sent.id }, { token });
  const links = (await mailsTo(email)).map(({ text_body }) => tokenIn(text_body));
  expect(new Set(links).size).toBe(2);
  const reads = await Promise.all(links.map((link) => send(auth.readInvitation, { token: link })));
  expect(reads.map(({ status }) => status).toSorted()).toEqual([200, 410]);
});

test("a revoked invitation is invalid", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const { email } = await newUser();
  const { id } = await call(invitations.createInvitation, { email, role: "trainer" }, { token });
  await call(invitations.revokeInvitation, { id }, { token });
  const [mail] = await mailsTo(email);
  expect((await send(auth.readInvitation, { token: tokenIn(mail?.text_body ?? "") })).status).toBe(410);
  expect((await call(invitations.listInvitations, {}, { token })).data).toEqual([]);
  expect((await refusal(invitations.resendInvitation, { id }, { token })).status).toBe(404);
});

test("a person with an open invitation or in the team cannot be invited", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  await call(invitations.createInvitation, { email: "Kai@Example.com", role: "trainer" }, { token });
  const colleague = gym.people.trainer.caller.actor;
  const answers = await Promise.all([
    refusal(invitations.createInvitation, { email: "kai@example.com", role: "admin" }, { token }),
    refusal(
      invitations.createInvitation,
      { email: colleague.type === "user" ? colleague.email : "", role: "admin" },
      { token },
    ),
  ]);
  expect(answers.map(({ status, code }) => [status, code])).toEqual(Array(2).fill([409, "already_exists"]));
});

test("A2 the same address may be invited by two gyms", async () => {
  const [one, two] = await Promise.all([newGym(), newGym()]);
  for (const gym of [one, two]) {
    await call(
      invitations.createInvitation,
      { email: "both@example.com", role: "trainer" },
      { token: gym.people.gym_owner.token },
    );
  }
  const { data } = await call(invitations.listInvitations, {}, { token: one.people.gym_owner.token });
  expect(data.map(({ email }) => email)).toEqual(["both@example.com"]);
});

test("a former staff member can be invited again and stays one person", async () => {
  const gym = await newGym();
  const { gym_owner, trainer } = gym.people;
  const { actor } = trainer.caller;
  const email = actor.type === "user" ? actor.email : "";
  await call(contracts.removeStaffMember, { id: idOf(trainer) }, { token: gym_owner.token });
  await call(invitations.createInvitation, { email, role: "receptionist" }, { token: gym_owner.token });
  const [mail] = await mailsTo(email);
  const own_session = { sub: trainer.user_id, org: null, sv: 1, fam: trainer.family_id };
  const token = await issueAccessToken(own_session, systemClock);
  await call(auth.acceptInvitation, { token: tokenIn(mail?.text_body ?? "") }, { token });
  const { data } = await call(contracts.listStaff, { state: "all" }, { token: gym_owner.token });
  const again = data.filter(({ user_id }) => user_id === trainer.user_id);
  expect(again.map(({ id, role, ended_at }) => ({ id, role, ended_at }))).toEqual([
    { id: idOf(trainer), role: "receptionist", ended_at: null },
  ]);
});

test("an invitation carries e-mail and expiry to the team's list, and never its link", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const sent = await call(invitations.createInvitation, { email: "kai@example.com", role: "trainer" }, { token });
  expect(JSON.stringify(sent)).not.toMatch(/token|hash/);
});
