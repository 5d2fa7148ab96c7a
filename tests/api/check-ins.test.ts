import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  auditEntries,
  checkIns,
  deniedEntries,
  locations,
  memberCards,
  members,
  memberships,
  organizations,
} from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/check-ins";
import { cardHash } from "@/lib/domain/members";
import { call, refusal, send } from "@/tests/support/api";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym";
import { newMembership, newVisit } from "@/tests/support/visits";

const inside = <T>(gym: Gym, work: Parameters<typeof inTenant<T>>[1]) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, work);

const visitsOf = (gym: Gym, member_id = gym.member_id) =>
  inside(gym, (db) => db.select().from(checkIns).where(eq(checkIns.member_id, member_id)));

const refusalsOf = (gym: Gym) => inside(gym, (db) => db.select().from(deniedEntries));

const setPolicies = (gym: Gym, policies: Record<string, unknown>) =>
  inside(gym, (db) => db.update(organizations).set({ policies }).where(eq(organizations.id, gym.organization_id)));

async function gymWithMember() {
  const gym = await newGym();
  const membership_id = await newMembership(gym, gym.member_id);
  const desk = { token: gym.people.receptionist.token };
  const manager = { token: gym.people.admin.token };
  return { gym, membership_id, desk, manager };
}

const agoIso = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe("the documented call", () => {
  test("B9 a manager enters {member_id, check_in_time, method} of January 2025 as wall time of the gym", async () => {
    const { gym, manager } = await gymWithMember();
    const response = await send(
      contracts.createCheckIn,
      { member_id: gym.member_id, check_in_time: "2025-01-15T10:00:00", method: "qr" },
      manager,
    );
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      outcome: "admitted",
      check_in_at: "2025-01-15T09:00:00.000Z",
      check_in_time: "2025-01-15T10:00:00+01:00",
      visit_on: "2025-01-15",
      method: "qr",
      check_out_at: "2025-01-15T11:00:00.000Z",
      check_out_kind: "backdated",
      staff_reason: "Entered afterwards",
      location_id: gym.location_id,
      repeated: false,
    });
  });

  test("I23 a visit entered afterwards leaves nobody inside", async () => {
    const { gym, manager } = await gymWithMember();
    const answer = await call(
      contracts.createCheckIn,
      { member_id: gym.member_id, check_in_time: "2025-01-15T10:00:00", reason: "Scanner was broken" },
      manager,
    );
    expect([answer.occupancy.inside, answer.staff_reason]).toEqual([0, "Scanner was broken"]);
    const inside_now = await call(contracts.listCheckIns, { is_inside: true }, manager);
    expect(inside_now.data).toEqual([]);
  });

  test("a visit of before the member's first membership is recorded with a warning", async () => {
    const gym = await newGym();
    const answer = await call(
      contracts.createCheckIn,
      { member_id: gym.member_id, check_in_time: "2025-01-15T10:00:00" },
      { token: gym.people.gym_owner.token },
    );
    expect(answer.warnings).toContain("no_membership");
    expect(answer.decision.warnings[0]).toMatchObject({ code: "no_membership", title: "No membership" });
  });

  test("B9 an offset makes it that very instant", async () => {
    const { gym, manager } = await gymWithMember();
    const answer = await call(
      contracts.createCheckIn,
      { member_id: gym.member_id, check_in_time: "2025-01-15T10:00:00-05:00" },
      manager,
    );
    expect([answer.check_in_at, answer.visit_on]).toEqual(["2025-01-15T15:00:00.000Z", "2025-01-15"]);
  });

  test("B9 the server's own receipt time is stored beside the claimed one", async () => {
    const { gym, manager } = await gymWithMember();
    const before = Date.now();
    const answer = await call(
      contracts.createCheckIn,
      { member_id: gym.member_id, check_in_time: "2025-01-15T10:00:00" },
      manager,
    );
    const received = Date.parse(answer.received_at);
    expect(received).toBeGreaterThanOrEqual(before - 1);
    expect(received).toBeLessThan(before + 20_000);
  });

  test("B9 nobody enters a visit of the future, and the desk none older than a day", async () => {
    const { gym, desk, manager } = await gymWithMember();
    const input = { member_id: gym.member_id };
    const future = await refusal(contracts.createCheckIn, { ...input, check_in_time: agoIso(-60) }, manager);
    expect([future.status, future.errors?.[0]?.field]).toEqual([422, "check_in_time"]);
    const old = await refusal(
      contracts.createCheckIn,
      { ...input, check_in_time: agoIso(25 * 60), reason: "Forgot" },
      desk,
    );
    expect([old.status, old.code]).toEqual([403, "forbidden"]);
  });

  test("I23 the desk says why it enters a visit afterwards", async () => {
    const { gym, desk } = await gymWithMember();
    const input = { member_id: gym.member_id, check_in_time: agoIso(180) };
    const without = await refusal(contracts.createCheckIn, input, desk);
    expect([without.status, without.errors?.[0]?.field]).toEqual([422, "reason"]);
    const answer = await call(contracts.createCheckIn, { ...input, reason: "Power cut" }, desk);
    expect([answer.check_out_kind, answer.staff_reason]).toEqual(["backdated", "Power cut"]);
  });

  test("a visit entered afterwards twice, even at once, is one visit", async () => {
    const { gym, manager } = await gymWithMember();
    const input = { member_id: gym.member_id, check_in_time: "2025-01-15T10:00:00" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => call(contracts.createCheckIn, input, manager)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await visitsOf(gym)).toHaveLength(1);
  });
});

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
    await newVisit(gym, gym.member_id, { check_in_at: agoIso(15) });
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
    const stale = await newVisit(gym, gym.member_id, { check_in_at: agoIso(300) });
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

  test("I5 an overdue payment answers 402", async () => {
    const { gym, desk } = await gymWithMember();
    const owing = await newMember(gym);
    await newMembership(gym, owing, { arrears_since_on: "2026-01-01", arrears_minor: 5900 });
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

  test("E16 a freeze shuts the door by its days, whatever any job did", async () => {
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
    const gym = await newGym({ time_zone: "Pacific/Kiritimati" });
    const desk = { token: gym.people.receptionist.token };
    const local_weekday = new Intl.DateTimeFormat("en", { weekday: "short", timeZone: "Pacific/Kiritimati" })
      .format(Date.now())
      .toLowerCase();
    await newMembership(gym, gym.member_id, { access_hours: { [local_weekday]: "24h" } });
    const answer = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect(answer.outcome).toBe("admitted");
  });
});

describe("who is named", () => {
  test("a printed card's code lets its member in, however it is typed", async () => {
    const { gym, desk } = await gymWithMember();
    await inside(gym, (db) =>
      db.insert(memberCards).values({
        organization_id: gym.organization_id,
        member_id: gym.member_id,
        code_hash: cardHash(gym.organization_id, "417720935562"),
        code_hint: "5562",
        issued_at: "2026-01-01T00:00:00Z",
      }),
    );
    const answer = await call(contracts.createCheckIn, { code: " 4177 2093-5562" }, desk);
    expect([answer.member?.id, answer.method]).toEqual([gym.member_id, "card"]);
  });

  test("I5 a revoked card is refused and named as such", async () => {
    const { gym, desk } = await gymWithMember();
    await inside(gym, (db) =>
      db.insert(memberCards).values({
        organization_id: gym.organization_id,
        member_id: gym.member_id,
        code_hash: cardHash(gym.organization_id, "417720935562"),
        code_hint: "5562",
        issued_at: "2026-01-01T00:00:00Z",
        revoked_at: "2026-02-01T00:00:00Z",
        revoked_reason: "Lost",
      }),
    );
    const refused = await refusal(contracts.createCheckIn, { code: "417720935562" }, desk);
    expect(refused).toMatchObject({ status: 403, decision: { reason: "revoked_code", is_overridable: false } });
  });

  test("I6 an unknown code is stored without a member", async () => {
    const { gym, desk } = await gymWithMember();
    const refused = await refusal(contracts.createCheckIn, { code: "NOBODY" }, desk);
    expect(refused).toMatchObject({ status: 403, decision: { reason: "unknown_code", member: null } });
    expect(await refusalsOf(gym)).toMatchObject([{ member_id: null, reason: "unknown_code", method: "code" }]);
  });

  test("the member number checks in too", async () => {
    const { gym, desk } = await gymWithMember();
    await inside(gym, (db) => db.update(members).set({ member_code: "TG-7" }).where(eq(members.id, gym.member_id)));
    const answer = await call(contracts.createCheckIn, { code: "tg-7" }, desk);
    expect([answer.member?.id, answer.method]).toEqual([gym.member_id, "code"]);
  });

  test("naming nobody, or two at once, is told beside the field", async () => {
    const { gym, desk } = await gymWithMember();
    for (const input of [{}, { member_id: gym.member_id, code: "X" }]) {
      const refused = await refusal(contracts.createCheckIn, input, desk);
      expect([refused.status, refused.errors?.[0]?.field]).toEqual([422, "member_id"]);
    }
  });

  test("A1 a member of another gym is nobody here", async () => {
    const [{ desk }, other] = await Promise.all([gymWithMember(), newGym()]);
    const refused = await refusal(contracts.createCheckIn, { member_id: other.member_id }, desk);
    expect(refused.status).toBe(404);
  });
});

describe("where", () => {
  test("without a location the member's home location is meant", async () => {
    const { gym, manager } = await gymWithMember();
    await newLocation(gym, "Second");
    const answer = await call(contracts.createCheckIn, { member_id: gym.member_id }, manager);
    expect(answer.location_id).toBe(gym.location_id);
  });

  test("an unknown code in a gym of two locations asks for the location", async () => {
    const { gym, manager } = await gymWithMember();
    await newLocation(gym, "Second");
    const refused = await refusal(contracts.createCheckIn, { code: "NOBODY" }, manager);
    expect([refused.status, refused.code]).toEqual([422, "location_required"]);
  });

  test("I5 a plan of another location refuses at this one", async () => {
    const gym = await newGym();
    const second = await newLocation(gym, "Second");
    await newMembership(gym, gym.member_id, { location_ids: [gym.location_id] });
    const refused = await refusal(
      contracts.createCheckIn,
      { member_id: gym.member_id, location_id: second },
      { token: gym.people.admin.token },
    );
    expect(refused).toMatchObject({ status: 403, decision: { reason: "wrong_location" } });
  });

  test("I5 a full house refuses where the gym decides so", async () => {
    const { gym, desk } = await gymWithMember();
    await setPolicies(gym, { full_house: "deny" });
    await inside(gym, (db) => db.update(locations).set({ capacity: 1 }).where(eq(locations.id, gym.location_id)));
    await newVisit(gym, await newMember(gym), { check_in_at: agoIso(5) });
    const refused = await refusal(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect(refused).toMatchObject({ status: 403, decision: { reason: "full_house" } });
  });
});

describe("afterwards", () => {
  test("check-out ends the visit once", async () => {
    const { gym, desk } = await gymWithMember();
    const { id } = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    const out = await call(contracts.checkOut, { id }, desk);
    expect(out.check_out_kind).toBe("staff");
    const again = await refusal(contracts.checkOut, { id }, desk);
    expect([again.status, again.code]).toEqual([409, "already_checked_out"]);
    const [inside_now] = (await call(contracts.listCheckIns, { is_inside: true }, desk)).data;
    expect(inside_now).toBeUndefined();
  });

  test("I16 an undone check-in counts no more and stays on record with the reason", async () => {
    const { gym, desk } = await gymWithMember();
    const { id } = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    const undone = await call(contracts.undoCheckIn, { id, reason: "Scanned the wrong card" }, desk);
    expect([undone.undo_reason, undone.undone_at !== null]).toEqual(["Scanned the wrong card", true]);
    const listed = await call(contracts.listCheckIns, {}, desk);
    const with_undone = await call(contracts.listCheckIns, { include_undone: true }, desk);
    expect([listed.data.length, with_undone.data.map(({ id: one }) => one)]).toEqual([0, [id]]);
    const again = await call(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect([again.repeated, again.occupancy.inside]).toEqual([false, 1]);
    expect(await refusal(contracts.undoCheckIn, { id, reason: "Twice" }, desk)).toMatchObject({
      status: 409,
      code: "already_undone",
    });
  });

  test("the list pages through visits and refusals, the newest first, without gap or repetition", async () => {
    const { gym, desk } = await gymWithMember();
    const at = (minute: number) => `2026-03-05T10:${String(minute).padStart(2, "0")}:00.000Z`;
    const visits = [];
    for (let minute = 0; minute < 5; minute++) {
      const member_id = await newMember(gym);
      visits.push(await newVisit(gym, member_id, { check_in_at: at(minute * 2), check_out_at: at(minute * 2 + 1) }));
      await inside(gym, (db) =>
        db.insert(deniedEntries).values({
          organization_id: gym.organization_id,
          location_id: gym.location_id,
          member_id,
          denied_at: at(minute * 2 + 1),
          reason: "expired",
          method: "qr",
        }),
      );
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(contracts.listCheckIns, { limit: 3, cursor }, desk);
      seen.push(...page.data.map(({ check_in_at }) => check_in_at));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 10 }, (_, index) => at(9 - index)));
    const denied = await call(contracts.listCheckIns, { outcome: "denied" }, desk);
    expect(denied.data.map(({ denied_reason }) => denied_reason)).toEqual(Array(5).fill("expired"));
    const day = await call(
      contracts.listCheckIns,
      { from_on: "2026-03-05", to_on: "2026-03-05", outcome: "admitted" },
      desk,
    );
    expect(day.data.map(({ id }) => id)).toEqual(visits.toReversed());
    const other_day = await call(contracts.listCheckIns, { from_on: "2026-03-06" }, desk);
    expect(other_day.data).toEqual([]);
  });

  test("A3 staff bound to one location neither see nor end the visits of another", async () => {
    const { gym, desk } = await gymWithMember();
    const second = await newLocation(gym, "Second");
    const id = await newVisit(gym, gym.member_id, { location_id: second });
    const { staffLocations } = await import("@/db/schema");
    await inside(gym, (db) =>
      db.insert(staffLocations).values({
        organization_id: gym.organization_id,
        staff_id: gym.people.receptionist.caller.staff_id ?? "",
        location_id: gym.location_id,
      }),
    );
    const answers = await Promise.all([
      send(contracts.getCheckIn, { id }, desk),
      send(contracts.checkOut, { id }, desk),
      send(contracts.undoCheckIn, { id, reason: "No" }, desk),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await call(contracts.listCheckIns, {}, desk)).data).toEqual([]);
  });
});
