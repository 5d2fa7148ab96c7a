import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/members/members";
import { takeMemberCodes } from "@/lib/domain/members";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newMembership } from "@/tests/support/gym/visits";
import { call, refusal, send } from "@/tests/support/http/api";

const as = (gym: Gym, role: keyof Gym["people"] = "gym_owner") => ({ token: gym.people[role].token });

describe("adding a member", () => {
  test("the call of the documentation works in a gym with two locations: the older one becomes home", async () => {
    const gym = await newGym({ time_zone: "America/New_York" });
    await newLocation(gym, "Venice Beach", "America/Los_Angeles");
    const member = await call(
      contracts.createMember,
      { email: "member@example.com", first_name: "John", last_name: "Doe", phone: "+1234567890" },
      as(gym),
    );
    expect(member).toMatchObject({
      email: "member@example.com",
      first_name: "John",
      last_name: "Doe",
      phone: "+1234567890",
      is_phone_known: false,
      home_location_id: gym.location_id,
      member_code: "TG-0001",
      status: "none",
      visits: 0,
      version: 1,
    });
  });

  test("J1 a member needs no e-mail, no phone and no last name", async () => {
    const gym = await newGym();
    const [one, two] = await Promise.all(
      ["Mia", "Noah"].map((first_name) => call(contracts.createMember, { first_name }, as(gym))),
    );
    expect([one?.email, two?.email, one?.phone, one?.is_phone_known]).toEqual([null, null, null, null]);
  });

  test("a phone number of a known plan is marked as known, and one without a prefix is refused beside its field", async () => {
    const gym = await newGym();
    const member = await call(contracts.createMember, { first_name: "Ana", phone: "+14155550132" }, as(gym));
    expect(member.is_phone_known).toBe(true);
    const { status, errors } = await refusal(contracts.createMember, { first_name: "Ana", phone: "0171 234" }, as(gym));
    expect([status, errors?.[0]]).toEqual([
      422,
      { field: "phone", message: "Write the number with its country prefix, as +14155550132" },
    ]);
  });

  test("A2 an e-mail belongs to one member of a gym, in any case, and may be used again in another gym", async () => {
    const [gym, other] = await Promise.all([newGym(), newGym()]);
    const first = await call(contracts.createMember, { first_name: "Ana", email: "ana@example.com" }, as(gym));
    const again = await refusal(contracts.createMember, { first_name: "Anna", email: "ANA@example.com " }, as(gym));
    expect(again).toMatchObject({ status: 409, code: "already_exists", member_id: first.id });
    expect(again.detail).toBe("Another member has this e-mail. Open that member, or leave the e-mail empty.");
    const elsewhere = await call(contracts.createMember, { first_name: "Ana", email: "ana@example.com" }, as(other));
    expect(elsewhere.email).toBe("ana@example.com");
  });

  test("A3 a caller without access to the owner of an e-mail learns only that it is taken", async () => {
    const gym = await newGym();
    const far = await newLocation(gym, "Far");
    await newMember(gym, { email: "far@example.com", home_location_id: far });
    await bindTo(gym, "receptionist", gym.location_id);
    const answer = await refusal(
      contracts.createMember,
      { first_name: "Ana", email: "far@example.com" },
      as(gym, "receptionist"),
    );
    expect(answer).toMatchObject({ status: 409, code: "already_exists" });
    expect(answer).not.toHaveProperty("member_id");
  });

  test("twenty members added at once get twenty numbers in a row", async () => {
    const gym = await newGym();
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, index) => call(contracts.createMember, { first_name: `M${index}` }, as(gym))),
    );
    expect(added.map(({ member_code }) => member_code).sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => `TG-${String(index + 1).padStart(4, "0")}`),
    );
  });

  test("ten sign-ups with one e-mail at once make one member and nine clear refusals", async () => {
    const gym = await newGym();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        send(contracts.createMember, { first_name: "Ana", email: "same@example.com" }, as(gym)),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409, 409, 409]);
    const codes = await Promise.all(answers.map(async (answer) => (await answer.json()).code ?? "created"));
    expect(new Set(codes)).toEqual(new Set(["created", "already_exists"]));
  });

  test("numbers that came with an import are stepped over", async () => {
    const gym = await newGym();
    await newMember(gym, { member_code: "TG-0001" });
    await newMember(gym, { member_code: "TG-0003" });
    const { organization_id } = gym;
    const codes = await inTenant({ organization_id, user_id: null }, (db) =>
      takeMemberCodes({ db, organization_id }, 3),
    );
    expect(codes).toEqual(["TG-0002", "TG-0004", "TG-0005"]);
  });

  test("B4 who joins late in the evening joins on the day of the location, not of the server", async () => {
    const { fixedClock } = await import("@/lib/kernel/clock");
    const { createMember } = await import("@/lib/domain/members");
    const clock = fixedClock("2026-03-05T20:00:00Z");
    const gym = await newGym({ time_zone: "Pacific/Auckland", clock });
    const member = await createMember(gym.people.gym_owner.caller, { first_name: "Aroha" });
    expect(member.joined_on).toBe("2026-03-06");
  });

  test("the same request with the same Idempotency-Key makes one member", async () => {
    const gym = await newGym();
    const terms = { ...as(gym), headers: { "idempotency-key": "new-ana" } };
    const [one, two] = await Promise.all([
      call(contracts.createMember, { first_name: "Ana" }, terms),
      call(contracts.createMember, { first_name: "Ana" }, terms),
    ]);
    expect(two.id).toBe(one.id);
    expect((await call(contracts.listMembers, { q: "ana" }, as(gym))).data).toHaveLength(1);
  });

  test("a home outside the caller's reach is refused beside its field", async () => {
    const gym = await newGym();
    const far = await newLocation(gym, "Far");
    await bindTo(gym, "receptionist", gym.location_id);
    const answer = await refusal(
      contracts.createMember,
      { first_name: "Ana", home_location_id: far },
      as(gym, "receptionist"),
    );
    expect([answer.status, answer.errors?.[0]?.field]).toEqual([422, "home_location_id"]);
  });
});

describe("changing a member", () => {
  test("a change made from an outdated copy is refused, one from the current copy goes through", async () => {
    const gym = await newGym();
    const { id } = await call(contracts.createMember, { first_name: "Ana" }, as(gym));
    const read = await send(contracts.getMember, { id }, as(gym));
    expect(read.headers.get("etag")).toBe('"1"');
    const change = (first_name: string, etag: string) =>
      send(contracts.updateMember, { id, first_name }, { ...as(gym), headers: { "if-match": etag } });
    const answers = await Promise.all([change("Anna", '"1"'), change("Anne", '"1"')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await change("Anouk", '"2"')).status).toBe(200);
  });

  test("a new name is found by the search, the old one no longer", async () => {
    const gym = await newGym();
    const { id } = await call(contracts.createMember, { first_name: "Ana", last_name: "Old" }, as(gym));
    await call(contracts.updateMember, { id, last_name: "Muñoz" }, as(gym));
    const found = async (q: string) => (await call(contracts.listMembers, { q }, as(gym))).data.map((row) => row.id);
    expect(await found("munoz")).toEqual([id]);
    expect(await found("old")).toEqual([]);
  });

  test("A9 the trail holds what changed and nothing else", async () => {
    const gym = await newGym();
    const { id } = await call(contracts.createMember, { first_name: "Ana", tags: ["Knee"] }, as(gym));
    await call(contracts.updateMember, { id, tags: ["Knee", "Evening", "Knee"] }, as(gym));
    const [entry] = await auditOf(gym, "members.update");
    expect(entry).toMatchObject({
      target_type: "member",
      target_id: id,
      actor_id: gym.people.gym_owner.user_id,
      before: { tags: ["Knee"] },
      after: { tags: ["Knee", "Evening"] },
    });
  });

  test("N6 consent to marketing is stored with its time and source, and is no by default", async () => {
    const gym = await newGym();
    const { id, ...made } = await call(contracts.createMember, { first_name: "Ana" }, as(gym));
    expect([made.marketing_consent_at, made.marketing_consent_source]).toEqual([null, null]);
    const given = await call(contracts.updateMember, { id, has_marketing_consent: true }, as(gym));
    expect([typeof given.marketing_consent_at, given.marketing_consent_source]).toEqual(["string", "staff"]);
    const repeated = await call(contracts.updateMember, { id, has_marketing_consent: true, notes: "Called" }, as(gym));
    expect(repeated.marketing_consent_at).toBe(given.marketing_consent_at);
    const withdrawn = await call(contracts.updateMember, { id, has_marketing_consent: false }, as(gym));
    expect([withdrawn.marketing_consent_at, withdrawn.marketing_consent_source]).toEqual([null, null]);
  });

  test("A3 a member of another location is not there for staff who do not reach it", async () => {
    const gym = await newGym();
    const far = await newLocation(gym, "Far");
    const id = await newMember(gym, { first_name: "Distant", home_location_id: far });
    await bindTo(gym, "receptionist", gym.location_id);
    const desk = as(gym, "receptionist");
    expect(await refusal(contracts.getMember, { id }, desk)).toMatchObject({ status: 404, code: "not_found" });
    expect((await refusal(contracts.updateMember, { id, notes: "x" }, desk)).status).toBe(404);
    expect((await call(contracts.listMembers, { q: "distant" }, desk)).data).toEqual([]);
    expect((await call(contracts.countMembers, {}, desk)).all).toBe(1);
    expect((await call(contracts.countMembers, {}, as(gym))).all).toBe(2);
  });
});

describe("archiving and banning", () => {
  test("an archived member leaves the list, stays readable, cannot be changed and comes back whole", async () => {
    const gym = await newGym();
    const { id } = await call(contracts.createMember, { first_name: "Zoe", email: "zoe@example.com" }, as(gym));
    const archived = await call(contracts.archiveMember, { id }, as(gym));
    expect(archived.archived_at).not.toBeNull();
    const listed = async (archive: "no" | "only") =>
      (await call(contracts.listMembers, { q: "zoe", archived: archive }, as(gym))).data.length;
    expect([await listed("no"), await listed("only")]).toEqual([0, 1]);
    expect((await call(contracts.getMember, { id }, as(gym, "receptionist"))).first_name).toBe("Zoe");
    expect((await refusal(contracts.updateMember, { id, notes: "x" }, as(gym))).status).toBe(409);
    const twin = await refusal(contracts.createMember, { first_name: "Zoe", email: "zoe@example.com" }, as(gym));
    expect(twin.detail).toBe("An archived member has this e-mail. Restore that member, or leave the e-mail empty.");
    const restored = await call(contracts.restoreMember, { id }, as(gym));
    expect([restored.archived_at, await listed("no")]).toEqual([null, 1]);
  });

  test("a member whose membership goes on billing is not archived out of sight", async () => {
    const gym = await newGym();
    const id = await newMember(gym);
    await newMembership(gym, id, { plan_name: "Unlimited" });
    const answer = await refusal(contracts.archiveMember, { id }, as(gym));
    expect(answer).toMatchObject({
      status: 409,
      code: "in_use",
      detail: "Unlimited still runs. Cancel the membership, then archive the member.",
    });
  });

  test("a ban names its reason, is audited with it, and is lifted", async () => {
    const gym = await newGym();
    const id = await newMember(gym);
    const banned = await call(contracts.banMember, { id, reason: "Threatened a trainer" }, as(gym));
    expect([typeof banned.banned_at, banned.ban_reason]).toEqual(["string", "Threatened a trainer"]);
    expect((await auditOf(gym, "members.ban"))[0]?.reason).toBe("Threatened a trainer");
    expect((await refusal(contracts.banMember, { id, reason: "Again" }, as(gym))).status).toBe(409);
    expect((await refusal(contracts.liftBan, { id }, as(gym, "receptionist"))).status).toBe(403);
    expect((await call(contracts.liftBan, { id }, as(gym))).banned_at).toBeNull();
    expect((await refusal(contracts.liftBan, { id }, as(gym))).status).toBe(404);
  });
});

async function bindTo(gym: Gym, role: "receptionist", location_id: string): Promise<void> {
  const { staffLocations } = await import("@/db/schema");
  const { organization_id } = gym;
  const staff_id = gym.people[role].caller.staff_id ?? "";
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(staffLocations).values({ organization_id, staff_id, location_id }),
  );
}
