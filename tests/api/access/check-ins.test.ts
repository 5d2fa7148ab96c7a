import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/access/check-ins";
import { freezeTime } from "@/tests/support/environment/frozen-time";
import { owe } from "@/tests/support/gym/debts";
import { gymWithMember, inside, minutesAgo, refusalsOf, setPolicies, visitsOf } from "@/tests/support/gym/front-desk";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { call, refusal } from "@/tests/support/http/api";

describe("a scan at the desk", () => {
  test("opens a visit that counts as inside", async () => {
    const { gym, membership_id, desk } = await gymWithMember();
    const answer = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect(answer).toMatchObject({
      outcome: "admitted",
      repeated: false,
      membership_id,
      plan_name: "Unlimited",
      method: "manual",
      check_out_at: null,
      visits_this_month: 1,
      decision: { title: "Unlimited", tell_staff: "Let Mina in." },
      occupancy: { inside: 1, capacity: 100, percent: 1, level: "quiet" },
    });
  });

  test("I2 the same member scanned again within ten minutes is the same visit with the same answer", async () => {
    const { gym, desk } = await gymWithMember();
    const first = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    const second = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect([second.id, second.repeated, second.occupancy.inside]).toEqual([first.id, true, 1]);
    expect(await visitsOf(gym)).toHaveLength(1);
  });

  test("I3 fifty scanners at once make one visit, and all get it", async () => {
    const { gym, desk } = await gymWithMember();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => call(contracts.createCheckIn, { member_id: gym.member_id }, desk)),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await visitsOf(gym)).toHaveLength(1);
  });

  test("I4 a second entry without exit is denied where the gym decides so, and staff let the member in with a reason", async () => {
    const { gym, desk } = await gymWithMember();
    await setPolicies(gym, { second_entry: "deny", anti_passback_minutes: 30 });
    await newVisit(gym, gym.member_id, { check_in_at: minutesAgo(15) });
    const refused = await refusal(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect([refused.status, refused.code]).toEqual([403, "entry_denied"]);
    const answer = await call(
      contracts.createCheckIn,
      { member_id: gym.member_id, override_reason: "Went to the car" },
      desk,
    );
    expect([answer.overridden_reason, answer.staff_reason, answer.occupancy.inside]).toEqual([
      "already_inside",
      "Went to the car",
      1,
    ]);
    const [entry] = await inside(gym, (db) =>
      db.select().from(auditEntries).where(eq(auditEntries.target_id, answer.id)),
    );
    expect([entry?.reason, entry?.after]).toMatchObject(["Went to the car", { overridden_reason: "already_inside" }]);
  });

  test("I12 a visit that should have ended by itself ends when the member comes back", async () => {
    const { gym, desk } = await gymWithMember();
    const stale = await newVisit(gym, gym.member_id, { check_in_at: minutesAgo(300) });
    const answer = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect([answer.repeated, answer.occupancy.inside]).toEqual([false, 1]);
    const old = (await visitsOf(gym)).find(({ id }) => id === stale);
    expect(old?.check_out_kind).toBe("automatic");
    expect(Date.parse(old?.check_out_at ?? "") - Date.parse(old?.check_in_at ?? "")).toBe(120 * 60_000);
  });

  test("I6 a refused scan is stored with its one reason and names what to do", async () => {
    const { gym, desk } = await gymWithMember();
    const frozen = await newMember(gym, { first_name: "Frida" });
    await newMembership(gym, frozen, { freezes: [{ from_on: "2026-01-01", to_on: null }] });
    const refused = await refusal(contracts.createCheckIn, { member_id: frozen }, desk);
    expect(refused).toMatchObject({
      status: 403,
      code: "entry_denied",
      decision: { reason: "frozen", is_overridable: true, plan_name: "Unlimited", member: { first_name: "Frida" } },
    });
    const [stored] = await refusalsOf(gym);
    expect(stored).toMatchObject({ member_id: frozen, reason: "frozen", method: "manual" });
    expect(await visitsOf(gym, frozen)).toEqual([]);
  });

  test("R3 a refusal repeated under its idempotency key is the same refusal, stored once", async () => {
    const { gym, desk } = await gymWithMember();
    const stranger = await newMember(gym);
    const keyed = { ...desk, headers: { "idempotency-key": "scan-1" } };
    const answers = [];
    for (const _ of [1, 2]) answers.push(await refusal(contracts.createCheckIn, { member_id: stranger }, keyed));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 403, decision: { reason: "no_membership" } });
    expect(await refusalsOf(gym)).toHaveLength(1);
  });

  test("I5 an overdue payment answers 402", async () => {
    const { gym, desk } = await gymWithMember();
    const owing = await newMember(gym);
    const membership_id = await newMembership(gym, owing);
    await owe(gym, [{ member_id: owing, membership_id, due_on: "2026-01-01" }]);
    const refused = await refusal(contracts.createCheckIn, { member_id: owing }, desk);
    expect(refused).toMatchObject({ status: 402, code: "payment_required", decision: { reason: "overdue" } });
  });

  test("I5 a banned member is not let in by any override", async () => {
    const { gym, desk } = await gymWithMember();
    const banned = await newMember(gym, { banned_at: "2026-01-01T00:00:00Z", ban_reason: "Violence" });
    await newMembership(gym, banned);
    const refused = await refusal(contracts.createCheckIn, { member_id: banned, override_reason: "Please" }, desk);
    expect(refused).toMatchObject({ status: 403, decision: { reason: "banned", is_overridable: false } });
  });

  test("E16 a freeze refuses entry by its days, independent of any job", async () => {
    const { gym, desk } = await gymWithMember();
    const back = await newMember(gym);
    await newMembership(gym, back, { freezes: [{ from_on: "2025-01-01", to_on: "2025-02-01" }] });
    const answer = await call(contracts.createCheckIn, { member_id: back }, desk);
    expect(answer.outcome).toBe("admitted");
  });

  test("F6 a cancelled membership does not shut out who holds another", async () => {
    const { gym, desk, membership_id } = await gymWithMember();
    await newMembership(gym, gym.member_id, {
      plan_name: "Old plan",
      starts_on: "2025-01-01",
      cancelled_at: "2026-01-01T00:00:00Z",
      cancelled_on: "2026-01-01",
    });
    const answer = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect(answer.membership_id).toBe(membership_id);
  });

  test("I9 many check-ins of one day take one session of a pack, and undoing them gives it back", async () => {
    const gym = await newGym();
    const desk = { token: gym.people.receptionist.token };
    const pack = await newMembership(gym, gym.member_id, { sessions_included: 10, kind: "session_pack" });
    const used = async () =>
      (await inside(gym, (db) => db.select().from(memberships).where(eq(memberships.id, pack))))[0]?.sessions_used;
    const first = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    await call(contracts.checkOut, { id: first.id }, desk);
    const second = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect([first.id === second.id, await used()]).toEqual([false, 1]);
    await call(contracts.undoCheckIn, { id: first.id, reason: "Wrong person" }, desk);
    expect(await used()).toBe(1);
    await call(contracts.undoCheckIn, { id: second.id, reason: "Wrong person" }, desk);
    expect(await used()).toBe(0);
  });

  test("the last session of a pack goes once and the next day is refused", async () => {
    const gym = await newGym();
    const desk = { token: gym.people.receptionist.token };
    await newMembership(gym, gym.member_id, { sessions_included: 3, sessions_used: 3, kind: "session_pack" });
    const refused = await refusal(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect(refused).toMatchObject({ status: 403, decision: { reason: "quota_used" } });
  });

  test("I8 access hours count in the gym's own time", async () => {
    // In Greenwich it is still Thursday.
    freezeTime("2026-03-05T12:00:00Z");
    const gym = await newGym({ time_zone: "Pacific/Kiritimati" });
    const desk = { token: gym.people.receptionist.token };
    await newMembership(gym, gym.member_id, { access_hours: { fri: "24h" } });
    const answer = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect(answer.outcome).toBe("admitted");
  });
});
