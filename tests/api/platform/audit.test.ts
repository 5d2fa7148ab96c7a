import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, identityEvents } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import type { Input } from "@/lib/contracts/contract";
import { updateLocation } from "@/lib/contracts/organization/locations";
import * as contracts from "@/lib/contracts/platform/audit";
import * as support from "@/lib/contracts/platform/support-grants";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal, send } from "@/tests/support/http/api";
import { newSuperAdmin } from "@/tests/support/specimens/organizations";

const change = (gym: Gym, capacity: number, token = gym.people.gym_owner.token) =>
  call(updateLocation, { id: gym.location_id, capacity }, { token });

const read = async (gym: Gym, filters: Input<typeof contracts.listAudit> = {}, token = gym.people.gym_owner.token) =>
  (await call(contracts.listAudit, filters, { token })).data;

test("A9 every write says who, what, on which record, before and after, from where", async () => {
  const gym = await newGym();
  await change(gym, 140);
  const [entry] = await read(gym);
  expect(entry).toMatchObject({
    actor_type: "user",
    actor_id: gym.people.gym_owner.user_id,
    actor_name: `gym_owner of ${gym.organization.name}`,
    action: "locations.update",
    target_type: "location",
    target_id: gym.location_id,
    target_name: "Main",
    before: { capacity: 100 },
    after: { capacity: 140 },
  });
});

test("the log is read newest first, page by page, without a gap or a repeat while it grows", async () => {
  const gym = await newGym();
  for (const capacity of [101, 102, 103, 104, 105]) await change(gym, capacity);
  const { token } = gym.people.admin;
  const first = await call(contracts.listAudit, { limit: 2 }, { token });
  await change(gym, 106);
  const second = await call(contracts.listAudit, { limit: 2, cursor: first.next_cursor ?? "" }, { token });
  const third = await call(contracts.listAudit, { limit: 2, cursor: second.next_cursor ?? "" }, { token });
  const seen = [...first.data, ...second.data, ...third.data].map(({ after }) => after?.capacity);
  expect(seen).toEqual([105, 104, 103, 102, 101]);
  expect(third.next_cursor).toBeNull();
});

test("the log is narrowed by person, action, record and time", async () => {
  const gym = await newGym();
  await change(gym, 140);
  await change(gym, 150, gym.people.admin.token);
  const plan = await newPlan(gym);
  const counts = await Promise.all(
    [
      { actor_id: gym.people.admin.user_id },
      { action: "locations.update" },
      { action: "locations" },
      { without: "locations" as never },
      { action: "membership_plans" },
      { action: "location" },
      { target_type: "membership_plan" },
      { target_id: plan.id },
      { from: "2000-01-01T00:00:00Z", to: "2000-02-01T00:00:00Z" },
      { from: "2000-01-01T00:00:00Z" },
    ].map(async (filters) => (await read(gym, filters)).length),
  );
  expect(counts).toEqual([1, 2, 2, 1, 1, 0, 1, 1, 0, 3]);
});

test("an action's underscore is a letter and not a wildcard", async () => {
  const gym = await newGym();
  await newPlan(gym);
  expect((await read(gym, { action: "membershipxplans" })).length).toBe(0);
});

test("A1 the log of another gym is not there", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  await change(other, 140);
  expect(await read(gym, { target_id: other.location_id })).toEqual([]);
});

test("A3 an administrator of one branch reads what happened there", async () => {
  const gym = await newGym();
  const second = await newLocation(gym, "Second");
  await change(gym, 140);
  await call(updateLocation, { id: second, capacity: 60 }, { token: gym.people.gym_owner.token });
  const bound = await newBoundStaff(gym, "admin", [second]);
  const entries = await read(gym, { action: "locations.update" }, bound.token);
  expect(entries.map(({ target_id }) => target_id)).toEqual([second]);
});

test("A9 the application can neither change nor delete audit entries", async () => {
  const gym = await newGym();
  await change(gym, 140);
  const { organization_id } = gym;
  const inside = { organization_id, user_id: null };
  const attempts = [
    inTenant(inside, (db) =>
      db.update(auditEntries).set({ reason: "never" }).where(eq(auditEntries.organization_id, organization_id)),
    ),
    inTenant(inside, (db) => db.delete(auditEntries).where(eq(auditEntries.organization_id, organization_id))),
    inTenant(inside, (db) => db.execute(sql`truncate audit_entries`)),
    inIdentity(null, (db) => db.delete(identityEvents)),
  ];
  const codes = await Promise.all(
    attempts.map((attempt) =>
      attempt.then(
        () => "allowed",
        (error: Error & { code?: string; cause?: { code?: string } }) => error.cause?.code ?? error.code,
      ),
    ),
  );
  expect(codes).toEqual(["42501", "42501", "42501", "42501"]);
  expect((await read(gym)).length).toBe(1);
});

test("A9 a gym cannot write into another gym's log", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const forged = inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.insert(auditEntries).values({
      organization_id: other.organization_id,
      at: "2026-03-05T06:42:00.000Z",
      actor_type: "system",
      actor_name: "Nobody",
      action: "members.update",
      target_type: "member",
    }),
  );
  await expect(forged).rejects.toThrow();
});

test("A11 support enters a gym with a reason and an end, and the gym reads both", async () => {
  const gym = await newGym();
  const { token } = await newSuperAdmin();
  const inside = { token, headers: { "x-organization": gym.organization.slug } };
  expect((await send(contracts.listAudit, {}, inside)).status).toBe(404);
  const grant = await call(
    support.createSupportGrant,
    { organization: gym.organization.slug, reason: "The import stopped half-way", hours: 2 },
    { token },
  );
  expect(Date.parse(grant.expires_at) - Date.parse(grant.granted_at)).toBe(2 * 60 * 60 * 1000);
  expect((await send(contracts.listAudit, {}, inside)).status).toBe(200);
  const entries = await read(gym, { target_type: "support_grant" });
  expect(entries.map(({ action, actor_name, reason }) => ({ action, actor_name, reason }))).toEqual([
    { action: "support_grants.create", actor_name: "Root Support", reason: "The import stopped half-way" },
  ]);
  const { data } = await call(support.listSupportGrants, {}, { token: gym.people.gym_owner.token });
  expect(data.map(({ id, is_running }) => ({ id, is_running }))).toEqual([{ id: grant.id, is_running: true }]);
});

test("A11 actions of support in a gym are in the gym's log with the super admin's name", async () => {
  const gym = await newGym();
  const { token, user_id } = await newSuperAdmin();
  await call(
    support.createSupportGrant,
    { organization: gym.organization_id, reason: "Fix hours", hours: 1 },
    { token },
  );
  const headers = { "x-organization": gym.organization_id };
  await call(updateLocation, { id: gym.location_id, capacity: 90 }, { token, headers });
  const entries = await read(gym, { actor_id: user_id, action: "locations.update" });
  expect(entries.map(({ actor_name, after }) => ({ actor_name, after }))).toEqual([
    { actor_name: "Root Support", after: { capacity: 90 } },
  ]);
});

test("A11 access ends when support or the owner ends it, and cannot be requested twice or beyond 8 hours", async () => {
  const gym = await newGym();
  const { token } = await newSuperAdmin();
  const inside = { token, headers: { "x-organization": gym.organization.slug } };
  const wanted = { organization: gym.organization.slug, reason: "Fix hours", hours: 1 };
  const first = await call(support.createSupportGrant, wanted, { token });
  expect((await refusal(support.createSupportGrant, wanted, { token })).code).toBe("already_exists");
  await call(support.endSupportGrant, { id: first.id }, { token });
  expect((await send(contracts.listAudit, {}, inside)).status).toBe(404);

  const second = await call(support.createSupportGrant, wanted, { token });
  await call(support.endSupportGrant, { id: second.id }, { token: gym.people.gym_owner.token });
  expect((await send(contracts.listAudit, {}, inside)).status).toBe(404);
  const entries = await read(gym, { target_type: "support_grant" });
  expect(entries.map(({ action, actor_name }) => [action, actor_name])).toEqual([
    ["support_grants.end", `gym_owner of ${gym.organization.name}`],
    ["support_grants.create", "Root Support"],
    ["support_grants.end", "Root Support"],
    ["support_grants.create", "Root Support"],
  ]);
  expect((await refusal(support.createSupportGrant, { ...wanted, hours: 9 }, { token })).status).toBe(422);
  expect(
    (await refusal(support.createSupportGrant, { ...wanted, organization: "no-such-gym" }, { token })).status,
  ).toBe(404);
});

test("A11 no role of a gym can grant support access, not even the owner", async () => {
  const gym = await newGym();
  const wanted = { organization: gym.organization.slug, reason: "Curious", hours: 1 };
  const { status } = await refusal(support.createSupportGrant, wanted, { token: gym.people.gym_owner.token });
  expect(status).toBe(403);
});
