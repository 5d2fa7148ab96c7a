import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { locations, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/memberships/memberships";
import { listAudit } from "@/lib/contracts/platform/audit";
import {
  getMembership,
  listMemberships,
  quoteMembership,
  sellMembership,
  updateMembership,
} from "@/lib/domain/memberships";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal, send } from "@/tests/support/http/api";

/** 5 March 2026, noon in Berlin. */
const newGymInMarch = () => newGym({ clock: fixedClock("2026-03-05T11:00:00Z") });
const at = (caller: Caller, instant: string): Caller => ({ ...caller, clock: fixedClock(instant) });

test("a sale starts today at the location and bills on the same day of each month", async () => {
  const gym = await newGymInMarch();
  const plan = await newPlan(gym, { name: "Unlimited", joining_fee_minor: 2500 });
  const sold = await sellMembership(gym.people.receptionist.caller, { member_id: gym.member_id, plan_id: plan.id });
  expect(sold).toMatchObject({
    member_name: "Mina Member",
    plan_name: "Unlimited",
    location_name: "Main",
    status: "active",
    price_minor: 5900,
    joining_fee_minor: 2500,
    currency: "EUR",
    starts_on: "2026-03-05",
    ends_on: null,
    next_bill_on: "2026-04-05",
    freeze: null,
  });
});

test("B4 today is the location's day: at 23:30 in Los Angeles a sale starts before midnight", async () => {
  const gym = await newGym({
    time_zone: "America/Los_Angeles",
    currency: "USD",
    clock: fixedClock("2026-03-06T07:30:00Z"),
  });
  const plan = await newPlan(gym);
  const sold = await sellMembership(gym.people.receptionist.caller, { member_id: gym.member_id, plan_id: plan.id });
  expect([sold.starts_on, sold.status]).toEqual(["2026-03-05", "active"]);
});

test("C1 a membership from 31 Jan bills on 28 Feb, and on 31 Mar after that", async () => {
  const gym = await newGym({ clock: fixedClock("2026-01-31T11:00:00Z") });
  const plan = await newPlan(gym);
  const { caller } = gym.people.receptionist;
  const { id, next_bill_on } = await sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id });
  const march = await getMembership(at(caller, "2026-03-01T11:00:00Z"), { id });
  expect([next_bill_on, march.next_bill_on]).toEqual(["2026-02-28", "2026-03-31"]);
});

test("C12 what the preview shows is what the sale stores", async () => {
  const gym = await newGymInMarch();
  const { caller } = gym.people.receptionist;
  const plan = await newPlan(gym, { kind: "fixed_term", interval_count: 12, joining_fee_minor: 2500 });
  const sale = { member_id: gym.member_id, plan_id: plan.id, starts_on: "2026-03-31" };
  const quote = await quoteMembership(caller, sale);
  const sold = await sellMembership(caller, sale);
  expect(quote.total_minor).toBe(8400);
  expect(sold.price_minor + sold.joining_fee_minor).toBe(8400);
  expect([sold.ends_on, sold.status]).toEqual([quote.ends_on, quote.status]);
  expect([quote.ends_on, quote.status]).toEqual(["2027-03-30", "pending"]);
});

test("a preview stores nothing", async () => {
  const gym = await newGym();
  const plan = await newPlan(gym);
  const { token } = gym.people.receptionist;
  await call(contracts.quoteMembership, { member_id: gym.member_id, plan_id: plan.id }, { token });
  expect((await call(contracts.listMemberships, {}, { token })).data).toEqual([]);
});

test("C21 the joining fee applies to a first sale and after a break, not to a second plan or a renewal", async () => {
  const gym = await newGymInMarch();
  const { caller } = gym.people.receptionist;
  const plan = await newPlan(gym, { kind: "fixed_term", interval_count: 1, joining_fee_minor: 2500 });
  const fee = async (starts_on: string) => {
    const { joining_fee_waived, total_minor } = await quoteMembership(caller, {
      member_id: gym.member_id,
      plan_id: plan.id,
      starts_on,
    });
    return [joining_fee_waived, total_minor];
  };
  expect(await fee("2026-03-05")).toEqual([null, 8400]);
  const first = await sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id });
  expect(first.ends_on).toBe("2026-04-04");
  expect(await fee("2026-03-20")).toEqual(["already_a_member", 5900]);
  expect(await fee("2026-04-05")).toEqual(["already_a_member", 5900]);
  expect(await fee("2026-04-06")).toEqual([null, 8400]);
});

test("a trial has no joining fee: the fee is due with the first real membership", async () => {
  const gym = await newGymInMarch();
  const { caller } = gym.people.receptionist;
  const trial = await newPlan(gym, { kind: "trial", interval_unit: "day", interval_count: 7, price_minor: 0 });
  await sellMembership(caller, { member_id: gym.member_id, plan_id: trial.id });
  const plan = await newPlan(gym, { joining_fee_minor: 2500 });
  const quote = await quoteMembership(caller, { member_id: gym.member_id, plan_id: plan.id });
  expect(quote.joining_fee_waived).toBeNull();
  expect(quote.total_minor).toBe(8400);
});

test("A9 another price is for managers, and the log says who gave it", async () => {
  const gym = await newGym();
  const plan = await newPlan(gym);
  const sale = { member_id: gym.member_id, plan_id: plan.id, price_minor: 4900 };
  const refused = await refusal(contracts.sellMembership, sale, { token: gym.people.receptionist.token });
  expect([refused.status, refused.code]).toEqual([403, "forbidden"]);
  const { token } = gym.people.admin;
  const sold = await call(contracts.sellMembership, sale, { token });
  expect(sold.price_minor).toBe(4900);
  const [entry] = (await call(listAudit, { target_id: sold.id }, { token })).data;
  expect([entry?.actor_id, entry?.after?.total_minor]).toEqual([gym.people.admin.user_id, 4900]);
});

test("what cannot be sold is refused with the reason", async () => {
  const gym = await newGymInMarch();
  const { caller } = gym.people.receptionist;
  const second = await newLocation(gym, "Second");
  const plan = await newPlan(gym);
  const here = await newPlan(gym, { location_ids: [gym.location_id] });
  const dollars = await newPlan(gym, { currency: "USD" });
  const archived = await newMember(gym, { archived_at: "2026-03-01T00:00:00Z" });
  const banned = await newMember(gym, { banned_at: "2026-03-01T00:00:00Z" });
  const sale = { member_id: gym.member_id, plan_id: plan.id };
  const fields = await Promise.all(
    [
      { ...sale, member_id: archived },
      { ...sale, member_id: banned },
      { ...sale, plan_id: here.id, location_id: second },
      { ...sale, plan_id: dollars.id },
      { ...sale, starts_on: "2027-12-01" },
    ].map((input) =>
      sellMembership(caller, input).then(
        () => "sold",
        (error) => error.extras?.errors?.[0]?.field,
      ),
    ),
  );
  expect(fields).toEqual(["member_id", "member_id", "location_id", "plan_id", "starts_on"]);
  await expect(sellMembership(caller, { ...sale, starts_on: "2026-01-01" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("where a plan opens several locations and none of them is the member's, the sale asks which", async () => {
  const gym = await newGym();
  const [second, third] = await Promise.all([newLocation(gym, "Second"), newLocation(gym, "Third")]);
  const { token } = gym.people.receptionist;
  const both = await newPlan(gym, { location_ids: [second, third] });
  const one = await newPlan(gym, { location_ids: [second] });
  const unclear = await refusal(contracts.sellMembership, { member_id: gym.member_id, plan_id: both.id }, { token });
  expect([unclear.status, unclear.code]).toEqual([422, "location_required"]);
  const sold = await call(contracts.sellMembership, { member_id: gym.member_id, plan_id: one.id }, { token });
  expect(sold.location_id).toBe(second);
});

test("R3 the same sale sent twice under one key is one sale", async () => {
  const gym = await newGym();
  const plan = await newPlan(gym);
  const terms = { token: gym.people.receptionist.token, headers: { "idempotency-key": "sale-1" } };
  const sale = { member_id: gym.member_id, plan_id: plan.id };
  const [one, two] = await Promise.all([
    call(contracts.sellMembership, sale, terms),
    call(contracts.sellMembership, sale, terms),
  ]);
  expect(one.id).toBe(two.id);
});

test("C19 a start that moves takes the end and the next bill with it", async () => {
  const gym = await newGymInMarch();
  const { caller } = gym.people.receptionist;
  const term = await newPlan(gym, { kind: "fixed_term", interval_count: 3 });
  const sold = await sellMembership(caller, { member_id: gym.member_id, plan_id: term.id, starts_on: "2026-04-01" });
  const moved = await updateMembership(caller, { id: sold.id, starts_on: "2026-05-31" });
  expect([sold.ends_on, moved.ends_on]).toEqual(["2026-06-30", "2026-08-30"]);
  const monthly = await newPlan(gym);
  const next = await sellMembership(caller, { member_id: gym.member_id, plan_id: monthly.id, starts_on: "2026-04-01" });
  expect((await updateMembership(caller, { id: next.id, starts_on: "2026-04-30" })).next_bill_on).toBe("2026-05-30");
});

test("a membership that has begun starts on no other day", async () => {
  const gym = await newGymInMarch();
  const { caller } = gym.people.gym_owner;
  const plan = await newPlan(gym);
  const { id } = await sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id });
  await expect(updateMembership(caller, { id, starts_on: "2026-04-01" })).rejects.toMatchObject({ code: "conflict" });
});

test("B6 a location that moves to another zone neither loses nor gains a billing day", async () => {
  const gym = await newGymInMarch();
  const { caller } = gym.people.gym_owner;
  const plan = await newPlan(gym);
  const { id } = await sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id });
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.update(locations).set({ time_zone: "Pacific/Auckland" }).where(eq(locations.id, gym.location_id)),
  );
  const after = await getMembership(caller, { id });
  expect([after.starts_on, after.next_bill_on]).toEqual(["2026-03-05", "2026-04-05"]);
});

describe("the list", () => {
  const withThree = async (): Promise<{ gym: Gym; ids: string[] }> => {
    const gym = await newGymInMarch();
    const { caller } = gym.people.gym_owner;
    const plan = await newPlan(gym, { kind: "fixed_term", interval_count: 1 });
    const ids: string[] = [];
    for (const starts_on of ["2026-03-01", "2026-03-05", "2026-03-20"]) {
      ids.push((await sellMembership(caller, { member_id: gym.member_id, plan_id: plan.id, starts_on })).id);
    }
    return { gym, ids };
  };

  test("is read page by page without a gap or a repeat", async () => {
    const { gym, ids } = await withThree();
    const { caller } = gym.people.receptionist;
    for (const sort of ["newest", "ends_on"] as const) {
      const first = await listMemberships(caller, { sort, limit: 2 });
      const second = await listMemberships(caller, { sort, limit: 2, cursor: first.next_cursor ?? "" });
      const seen = [...first.data, ...second.data].map(({ id }) => id);
      expect(seen.toSorted()).toEqual(ids.toSorted());
      expect(second.next_cursor).toBeNull();
    }
  });

  test("is narrowed by status of the day and by the day of the end", async () => {
    const { gym, ids } = await withThree();
    const { caller } = gym.people.receptionist;
    const found = async (filters: Parameters<typeof listMemberships>[1]) =>
      (await listMemberships(caller, { sort: "ends_on", ...filters })).data.map(({ id }) => ids.indexOf(id));
    expect(await found({ status: "active" as never })).toEqual([0, 1]);
    expect(await found({ status: ["pending"] })).toEqual([2]);
    expect(await found({ ends_from: "2026-04-01", ends_to: "2026-04-04" })).toEqual([1]);
    expect(await found({ member_id: gym.member_id, status: ["active", "pending"] })).toEqual([0, 1, 2]);
  });

  test("A3 shows the desk of one branch the memberships of that branch", async () => {
    const { gym } = await withThree();
    const second = await newLocation(gym, "Second");
    const { token } = await newBoundStaff(gym, "receptionist", [second]);
    expect((await call(contracts.listMemberships, {}, { token })).data).toEqual([]);
    const [any] = (await listMemberships(gym.people.gym_owner.caller, {})).data;
    expect((await send(contracts.getMembership, { id: any?.id }, { token })).status).toBe(404);
  });
});

test("A1 a member or a plan of another gym cannot be sold to or with", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const plan = await newPlan(gym);
  const foreign = await newPlan(other);
  const { token } = gym.people.receptionist;
  const answers = await Promise.all([
    refusal(contracts.sellMembership, { member_id: other.member_id, plan_id: plan.id }, { token }),
    refusal(contracts.sellMembership, { member_id: gym.member_id, plan_id: foreign.id }, { token }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  const rows = await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db.select({ id: memberships.id }).from(memberships).where(eq(memberships.organization_id, gym.organization_id)),
  );
  expect(rows).toEqual([]);
});
