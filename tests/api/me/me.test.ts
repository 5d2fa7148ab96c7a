import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, members } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { createCheckIn } from "@/lib/contracts/access/check-ins";
import * as contracts from "@/lib/contracts/me/me";
import { getOwnProfile } from "@/lib/domain/me";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { owe } from "@/tests/support/gym/debts";
import { newGym, newLocation } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { call, refusal } from "@/tests/support/http/api";

const at = (caller: Caller, instant: string): Caller => ({ ...caller, clock: fixedClock(instant) });

test("the member reads their own record, visits and the occupancy of their gym, and no staff notes", async () => {
  const gym = await newGym();
  await newMembership(gym, gym.member_id, {
    plan_name: "Gold",
    freezes: [{ from_on: "2024-05-01", to_on: "2024-05-14" }],
  });
  const token = gym.people.member.token;
  await call(
    createCheckIn,
    { member_id: gym.member_id, reason: "Forgot the phone" },
    { token: gym.people.receptionist.token },
  );
  const profile = await call(contracts.getOwnProfile, {}, { token });
  expect(profile).toMatchObject({
    member: { id: gym.member_id, first_name: "Mina" },
    memberships: [{ plan_name: "Gold", status: "active", freeze: null, price_minor: 5900, currency: "EUR" }],
    open_visit: { staff_reason: null },
    visits_this_month: 1,
    occupancy: { inside: 1, level: "quiet" },
  });
  const visits = await call(contracts.listOwnCheckIns, {}, { token });
  expect(visits.data).toMatchObject([{ outcome: "admitted", staff_reason: null, warnings: [] }]);
});

test("the member sees the entry decision, and no visit or refusal is stored", async () => {
  const gym = await newGym();
  const me = at(gym.people.member.caller, "2026-03-05T10:00:00Z");
  expect((await getOwnProfile(me, {})).entry).toMatchObject({ outcome: "denied", reason: "no_membership" });
  const membership_id = await newMembership(gym, gym.member_id, {
    plan_name: "Gold",
    freezes: [{ from_on: "2026-03-01", to_on: "2026-03-14" }],
  });
  const frozen = await getOwnProfile(me, {});
  expect(frozen.entry).toEqual({
    outcome: "denied",
    reason: "frozen",
    title: "Frozen until 14 Mar",
    tell_member: "Your membership is frozen until 14 Mar. The desk can end the freeze early.",
    notes: [],
    membership_id,
  });
  expect(frozen.memberships).toMatchObject([
    { status: "frozen", standing: "frozen", freeze: { from_on: "2026-03-01", to_on: "2026-03-14" } },
  ]);
  const back = await getOwnProfile(at(gym.people.member.caller, "2026-03-15T10:00:00Z"), {});
  expect(back.entry).toMatchObject({ outcome: "allowed", reason: null, title: "Gold", membership_id });
  expect((await call(contracts.listOwnCheckIns, {}, { token: gym.people.member.token })).data).toEqual([]);
});

test("entry warnings for staff are not in the member's own record", async () => {
  const gym = await newGym();
  const membership_id = await newMembership(gym, gym.member_id, { ends_on: "2026-03-10" });
  await owe(gym, [{ member_id: gym.member_id, membership_id, due_on: "2026-03-04" }]);
  const profile = await getOwnProfile(at(gym.people.member.caller, "2026-03-05T10:00:00Z"), {});
  expect(profile.entry).toMatchObject({ outcome: "allowed" });
  expect(profile.entry.notes).toEqual([
    "Please sign the waiver at the desk.",
    "Your membership ends on 10 Mar.",
    "Welcome, Mina!",
  ]);
  expect(profile.memberships).toMatchObject([
    { standing: "overdue", overdue_minor: 5900, overdue_since_on: "2026-03-04" },
  ]);
  expect(JSON.stringify(profile.entry)).not.toContain("tell_staff");
});

test("a future freeze is shown before it begins", async () => {
  const gym = await newGym();
  await newMembership(gym, gym.member_id, {
    freezes: [
      { from_on: "2026-05-01", to_on: "2026-05-14" },
      { from_on: "2026-04-01", to_on: "2026-04-07" },
      { from_on: "2026-02-01", to_on: "2026-02-07" },
    ],
  });
  const { memberships } = await getOwnProfile(at(gym.people.member.caller, "2026-03-05T10:00:00Z"), {});
  expect(memberships).toMatchObject([{ status: "active", freeze: { from_on: "2026-04-01", to_on: "2026-04-07" } }]);
});

test("the member sees at which locations the membership gives access", async () => {
  const gym = await newGym();
  const river = await newLocation(gym, "Riverside");
  await newMembership(gym, gym.member_id, { location_ids: [river, gym.location_id], starts_on: "2024-02-01" });
  await newMembership(gym, gym.member_id, { starts_on: "2024-01-01" });
  const { memberships } = await getOwnProfile(gym.people.member.caller, {});
  expect(memberships.map(({ location_names }) => location_names)).toEqual([["Main", "Riverside"], null]);
});

test("members change their contact data, and the change is in the audit log", async () => {
  const gym = await newGym();
  const { token } = gym.people.member;
  const before = await call(contracts.getOwnProfile, {}, { token });
  const after = await call(
    contracts.updateOwnProfile,
    { phone: "+4915112345678", emergency_contact_name: "Kai Member", has_marketing_consent: true },
    { token, headers: { "if-match": `"${before.version}"` } },
  );
  expect(after.member).toMatchObject({
    first_name: "Mina",
    phone: "+4915112345678",
    emergency_contact_name: "Kai Member",
    has_marketing_consent: true,
  });
  expect(after.version).toBe(before.version + 1);
  const [trail, row] = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    Promise.all([
      db.select().from(auditEntries).where(eq(auditEntries.action, "me.update")),
      db.select().from(members).where(eq(members.id, gym.member_id)),
    ]),
  );
  expect(trail).toMatchObject([
    {
      actor_id: gym.people.member.user_id,
      target_id: gym.member_id,
      before: { phone: null },
      after: { phone: "+4915112345678", marketing_consent_source: "member" },
    },
  ]);
  expect(row).toMatchObject([{ marketing_consent_source: "member" }]);
});

test("a change made on an old copy of the own record is refused", async () => {
  const gym = await newGym();
  const { token } = gym.people.member;
  await call(contracts.updateOwnProfile, { phone: "+4915112345678" }, { token, headers: { "if-match": '"1"' } });
  const refused = await refusal(contracts.updateOwnProfile, { phone: null }, { token, headers: { "if-match": '"1"' } });
  expect(refused).toMatchObject({ status: 412, code: "version_conflict" });
});

test("members change neither their name nor their e-mail by themselves", async () => {
  const gym = await newGym();
  const { token } = gym.people.member;
  for (const field of [{ first_name: "Max" }, { email: "max@example.com" }, { birth_on: "1990-01-01" }]) {
    expect((await refusal(contracts.updateOwnProfile, field, { token })).status).toBe(422);
  }
});

test("own visits are read page by page, the newest first", async () => {
  const gym = await newGym();
  const days = ["2026-03-01", "2026-03-02", "2026-03-03"];
  for (const day of days) {
    await newVisit(gym, gym.member_id, {
      check_in_at: `${day}T10:00:00Z`,
      check_out_at: `${day}T11:00:00Z`,
    });
  }
  const { token } = gym.people.member;
  const first = await call(contracts.listOwnCheckIns, { limit: 2 }, { token });
  expect(first.data.map(({ visit_on }) => visit_on)).toEqual(["2026-03-03", "2026-03-02"]);
  const second = await call(contracts.listOwnCheckIns, { limit: 2, cursor: first.next_cursor ?? "" }, { token });
  expect(second.data.map(({ visit_on }) => visit_on)).toEqual(["2026-03-01"]);
  expect(second.next_cursor).toBeNull();
});
