import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { auditEntries, identityEvents, locations, organizations, staff, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { acceptInvitation } from "@/lib/contracts/identity/accounts";
import { listLocations } from "@/lib/contracts/organization/locations";
import { createOrganization } from "@/lib/contracts/organization/new-organization";
import { getOrganization, listOrganizations } from "@/lib/contracts/organization/organizations";
import { createOrganization as open } from "@/lib/domain/identity";
import { anonymousCaller, type Caller, systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { newGym, type Person } from "@/tests/support/gym/gym";
import { from, goodPassword, mailsTo, newAddress, tokenIn } from "@/tests/support/gym/people";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal, send } from "@/tests/support/http/api";
import { newOpener, newSuperAdmin } from "@/tests/support/specimens/organizations";

const north = { name: "Iron Temple North", currency: "AUD", time_zone: "Australia/Melbourne" } as const;
const newSlug = () => `north-${newId().slice(-10)}`;

const confirm = ({ user_id }: Pick<Person, "user_id">) =>
  inIdentity(user_id, (db) =>
    db.update(users).set({ email_verified_at: "2026-01-01T00:00:00Z" }).where(eq(users.id, user_id)),
  );

const organizationsWith = (slug: string) =>
  inIdentity(null, (db) => db.select().from(organizations).where(eq(organizations.slug, slug)));

const teamOf = (organization_id: string) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(staff).where(eq(staff.organization_id, organization_id)),
  );

async function openerOf(at: string): Promise<Caller> {
  const { user_id, email } = await newOpener();
  const facts = { ip: newAddress(), user_agent: "test", request_id: newId(), reason: null };
  const actor = { type: "user", id: user_id, name: "Olga Opener", email } as const;
  return { ...anonymousCaller(facts), actor, clock: fixedClock(at) };
}

const later = (caller: Caller, at: string): Caller => ({ ...caller, clock: fixedClock(at) });

test("an owner opens another gym, owns it from the first location on, and works in it at once", async () => {
  const gym = await newGym();
  const { token, user_id } = gym.people.gym_owner;
  await confirm(gym.people.gym_owner);
  const slug = newSlug();
  const opened = await call(createOrganization, { ...north, slug, location_name: "Preston" }, { token });
  expect(opened).toMatchObject({ slug, name: "Iron Temple North", currency: "AUD", locale: "en-US", invitation: null });
  const inside = { token, headers: { "x-organization": slug } };
  const { data } = await call(listLocations, {}, inside);
  expect(data.map(({ id, name, time_zone, currency }) => [id, name, time_zone, currency])).toEqual([
    [opened.location_id, "Preston", "Australia/Melbourne", "AUD"],
  ]);
  expect((await call(getOrganization, { id: opened.id }, inside)).member_code_prefix).toBe("ITN");
  expect((await teamOf(opened.id)).map((one) => [one.user_id, one.role, one.ended_at])).toEqual([
    [user_id, "gym_owner", null],
  ]);
  const mine = await call(listOrganizations, {}, { token });
  expect(mine.data.map((one) => [one.slug, one.roles]).sort()).toEqual(
    [
      [gym.organization.slug, ["gym_owner"]],
      [slug, ["gym_owner"]],
    ].sort(),
  );
});

test("A9 both logs say so: the new gym's begins with its opening, the person's names the gym", async () => {
  const { token, user_id } = await newOpener();
  const { id } = await call(createOrganization, north, { token });
  const entries = await inTenant({ organization_id: id, user_id: null }, (db) =>
    db.select().from(auditEntries).where(eq(auditEntries.organization_id, id)),
  );
  expect(entries).toMatchObject([
    { action: "organizations.create", actor_id: user_id, target_type: "organization", target_id: id },
  ]);
  const events = await inIdentity(user_id, (db) =>
    db.select().from(identityEvents).where(eq(identityEvents.user_id, user_id)),
  );
  expect(events.map(({ action, details }) => [action, details])).toEqual([
    ["organizations.create", { organization_id: id }],
  ]);
});

test("R3 a form that is sent twice at once, under one key, opens one gym", async () => {
  const { token } = await newOpener();
  const slug = newSlug();
  const terms = { token, headers: { "idempotency-key": `open-${slug}` } };
  const answers = await Promise.all([1, 2, 3].map(() => send(createOrganization, { ...north, slug }, terms)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(answers.filter(({ headers }) => headers.get("idempotency-replayed") === "true")).toHaveLength(2);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  expect((await call(listOrganizations, {}, { token })).data).toHaveLength(1);
});

test("R3 another gym under a used key is refused, and the same key of another person is another one", async () => {
  const [one, two] = await Promise.all([newOpener(), newOpener()]);
  const headers = { "idempotency-key": "north" };
  await call(createOrganization, north, { token: one.token, headers });
  const other = await refusal(createOrganization, { ...north, name: "South" }, { token: one.token, headers });
  expect([other.status, other.code]).toEqual([422, "idempotency_key_reused"]);
  expect((await send(createOrganization, north, { token: two.token, headers })).status).toBe(201);
});

test("a user without a confirmed address cannot open a gym", async () => {
  const gym = await newGym();
  const answer = await refusal(createOrganization, north, { token: gym.people.gym_owner.token });
  expect([answer.status, answer.code, answer.detail]).toEqual([
    403,
    "forbidden",
    expect.stringContaining("e-mail address is not confirmed"),
  ]);
});

test("A1 the owner of a new gym sees nothing of others, and a taken URL name gives an error at its field", async () => {
  const gym = await newGym();
  const { token } = await newOpener();
  const { slug } = gym.organization;
  const taken = await refusal(createOrganization, { ...north, slug }, { token });
  expect([taken.status, taken.code, taken.errors?.[0]?.field]).toEqual([409, "already_exists", "slug"]);
  const opened = await call(createOrganization, north, { token });
  const inOwn = { token, headers: { "x-organization": opened.id } };
  expect((await refusal(getOrganization, { id: gym.organization_id }, inOwn)).status).toBe(404);
  const inOther = { token, headers: { "x-organization": slug } };
  expect((await refusal(listLocations, {}, inOther)).status).toBe(404);
});

test("of two users who request the same URL name at once one gets it, and the other gets an error", async () => {
  const openers = await Promise.all([newOpener(), newOpener()]);
  const slug = newSlug();
  const answers = await Promise.all(
    openers.map(({ token }) => send(createOrganization, { ...north, slug }, { token })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await organizationsWith(slug)).toHaveLength(1);
});

test("A12 staff who are bound to a location open a gym of their own, unbound there and as bound as before in the first", async () => {
  const gym = await newGym();
  const bound = await newBoundStaff(gym, "receptionist", [gym.location_id]);
  await confirm(bound);
  const before = await teamOf(gym.organization_id);
  const opened = await call(createOrganization, north, { token: bound.token });
  expect(await teamOf(gym.organization_id)).toEqual(before);
  const { data } = await call(listLocations, {}, { token: bound.token, headers: { "x-organization": opened.id } });
  expect(data.map(({ id }) => id)).toEqual([opened.location_id]);
  const organization_id = gym.organization_id;
  const rows = await inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(locations).where(eq(locations.organization_id, organization_id)),
  );
  expect(rows).toHaveLength(1);
});

test("a person opens three gyms in 24 hours, and the fourth when the first is a day old", async () => {
  const caller = await openerOf("2026-03-05T08:00:00Z");
  for (const hour of ["08", "09", "10"]) await open(later(caller, `2026-03-05T${hour}:00:00Z`), north);
  await expect(open(later(caller, "2026-03-06T07:59:00Z"), north)).rejects.toMatchObject({
    code: "too_many_requests",
    extras: { headers: { "retry-after": "60" } },
  });
  expect((await open(later(caller, "2026-03-06T08:00:00Z"), north)).name).toBe("Iron Temple North");
});

test("requests at the same time are counted one after the other", async () => {
  const { token } = await newOpener();
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(createOrganization, north, { token })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429, 429]);
  expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toMatch(/^8\d{4}$/);
});

test("A11 a super admin opens a gym for an owner, who joins by invitation, and gets no access to it", async () => {
  const { token, user_id } = await newSuperAdmin();
  const email = `owner-${newId().slice(-10)}@example.com`;
  const opened = await call(createOrganization, { ...north, owner_email: email }, { token });
  expect(opened.invitation?.email).toBe(email);
  expect(await teamOf(opened.id)).toEqual([]);
  const inside = { token, headers: { "x-organization": opened.id } };
  expect((await refusal(listLocations, {}, inside)).status).toBe(404);
  const mail = (await mailsTo(email))[0];
  expect(mail?.subject).toBe("Join the team of Iron Temple North");
  const accepted = await call(
    acceptInvitation,
    { token: tokenIn(mail), name: "Ingrid Solberg", password: goodPassword },
    { headers: from(newAddress()) },
  );
  expect([accepted.organization.id, accepted.organization.role]).toEqual([opened.id, "gym_owner"]);
  const [first] = await inTenant({ organization_id: opened.id, user_id: null }, (db) =>
    db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.organization_id, opened.id), eq(auditEntries.action, "organizations.create"))),
  );
  expect(first).toMatchObject({ actor_id: user_id, after: { owner_email: email } });
});

test("a super admin is not limited to three gyms a day, and has to name an owner", async () => {
  const { token } = await newSuperAdmin();
  const withoutOwner = await refusal(createOrganization, north, { token });
  expect([withoutOwner.status, withoutOwner.errors?.[0]?.field]).toEqual([422, "owner_email"]);
  const statuses = [];
  for (const at of [1, 2, 3, 4]) {
    const owner_email = `owner-${at}-${newId().slice(-10)}@example.com`;
    statuses.push((await send(createOrganization, { ...north, owner_email }, { token })).status);
  }
  expect(statuses).toEqual([201, 201, 201, 201]);
});

test("no other user can open a gym for another person, not even an owner", async () => {
  const { token } = await newOpener();
  const slug = newSlug();
  const answer = await refusal(createOrganization, { ...north, slug, owner_email: "kai@example.com" }, { token });
  expect([answer.status, answer.code]).toEqual([403, "forbidden"]);
  expect(await organizationsWith(slug)).toEqual([]);
});

test("only a person opens a gym: no visitor, no work of the system", async () => {
  const gym = await newGym();
  expect((await refusal(createOrganization, north)).status).toBe(401);
  await expect(open(systemCaller("Nightly work", gym.organization), north)).rejects.toMatchObject({
    code: "forbidden",
    message: "Only a user can open a gym.",
  });
});
