import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { locations, memberCards, members } from "@/db/schema";
import * as contracts from "@/lib/contracts/access/check-ins";
import { cardHash } from "@/lib/domain/members";
import { gymWithMember, inside, minutesAgo, refusalsOf, setPolicies } from "@/tests/support/gym/front-desk";
import { newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { call, refusal } from "@/tests/support/http/api";

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

  test("no credential, or two at once, gives an error at the field", async () => {
    const { gym, desk } = await gymWithMember();
    for (const input of [{}, { member_id: gym.member_id, code: "X" }]) {
      const refused = await refusal(contracts.createCheckIn, input, desk);
      expect([refused.status, refused.errors?.[0]?.field]).toEqual([422, "member_id"]);
    }
  });

  test("A1 a member of another gym is unknown", async () => {
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
    await newVisit(gym, await newMember(gym), { check_in_at: minutesAgo(5) });
    const refused = await refusal(contracts.createCheckIn, { member_id: gym.member_id }, desk);
    expect(refused).toMatchObject({ status: 403, decision: { reason: "full_house" } });
  });
});
