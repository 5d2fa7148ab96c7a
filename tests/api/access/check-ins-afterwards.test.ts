import { describe, expect, test } from "vitest";
import { deniedEntries, staffLocations } from "@/db/schema";
import * as contracts from "@/lib/contracts/access/check-ins";
import { gymWithMember, inside, minutesAgo, visitsOf } from "@/tests/support/gym/front-desk";
import { newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newVisit } from "@/tests/support/gym/visits";
import { call, refusal, send } from "@/tests/support/http/api";

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

  test("I23 a back-dated check-in does not change the occupancy", async () => {
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

  test("B9 a future visit is rejected, and at the desk also one older than a day", async () => {
    const { gym, desk, manager } = await gymWithMember();
    const input = { member_id: gym.member_id };
    const future = await refusal(contracts.createCheckIn, { ...input, check_in_time: minutesAgo(-60) }, manager);
    expect([future.status, future.errors?.[0]?.field]).toEqual([422, "check_in_time"]);
    const old = await refusal(
      contracts.createCheckIn,
      { ...input, check_in_time: minutesAgo(25 * 60), reason: "Forgot" },
      desk,
    );
    expect([old.status, old.code]).toEqual([403, "forbidden"]);
  });

  test("I23 the desk says why it enters a visit afterwards", async () => {
    const { gym, desk } = await gymWithMember();
    const input = { member_id: gym.member_id, check_in_time: minutesAgo(180) };
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
