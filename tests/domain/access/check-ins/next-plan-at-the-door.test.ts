import { expect, test } from "vitest";
import { getOwnProfile } from "@/lib/domain/me";
import { getMember, listMembers } from "@/lib/domain/members";
import { changePlan, getMembership, listMemberships } from "@/lib/domain/memberships";
import { fixedClock } from "@/lib/kernel/clock";
import { payAll, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";
import { door } from "@/tests/support/policies/door";

const clock = fixedClock("2026-03-01T12:00:00Z");
const before = "2026-03-31T21:59:00Z";
/** A minute past midnight in Berlin. */
const after = "2026-03-31T22:01:00Z";

/** A member who changes from Anytime to Evenings, of other hours and another price, on 1 April. */
async function changingGym(fields: Parameters<typeof newPlan>[1]) {
  const gym = await newGym({ clock });
  const [from, to] = [
    await newPlan(gym, { name: "Anytime" }),
    await newPlan(gym, { name: "Evenings", price_minor: 2_900, ...fields }),
  ];
  const { id } = await newSale(gym, { plan_id: from.id });
  await payAll(gym);
  await changePlan(gym.people.gym_owner.caller, { id, plan_id: to.id, when: "period_end" });
  return { gym, id, from, to };
}

async function ownAt(gym: Gym, at: string) {
  const { entry, memberships } = await getOwnProfile({ ...gym.people.member.caller, clock: fixedClock(at) }, {});
  return [entry.reason ?? "open", entry.title, memberships[0]?.price_minor];
}

const evenings = { access_hours: { mon: [{ opens: "17:00", closes: "22:00" }] } };

test("E16 a plan change holds at the door from local midnight, before the renewal runs", async () => {
  const { gym } = await changingGym(evenings);
  expect(await ownAt(gym, before)).toEqual(["open", "Anytime", 5_900]);
  expect(await ownAt(gym, after)).toEqual(["outside_hours", "Outside the plan's hours", 2_900]);
  expect(await ownAt(gym, "2026-04-06T16:00:00Z")).toEqual(["open", "Evenings", 2_900]);
  expect(await door(gym, gym.member_id, { at: after })).toBe("outside_hours");
  await renewAt(gym, "2026-04-06T12:00:00Z");
  expect(await ownAt(gym, "2026-04-06T16:00:00Z")).toEqual(["open", "Evenings", 2_900]);
});

test("E16 the locations of the new plan hold from local midnight", async () => {
  const gym = await newGym({ clock });
  const elsewhere = await newLocation(gym, "Riverside", "Europe/Berlin");
  const from = await newPlan(gym, { location_ids: [gym.location_id] });
  const to = await newPlan(gym, { location_ids: [gym.location_id, elsewhere] });
  const { id } = await newSale(gym, { plan_id: from.id });
  await payAll(gym);
  await changePlan(gym.people.gym_owner.caller, { id, plan_id: to.id, when: "period_end" });
  const at = { location_id: elsewhere };
  expect(await door(gym, gym.member_id, { ...at, at: before })).toBe("wrong_location");
  expect(await door(gym, gym.member_id, { ...at, at: after })).toEqual(["waiver_missing"]);
});

test("D2 lists and pages show the new plan from its day on, and no change that still waits", async () => {
  const { gym, id, from, to } = await changingGym({});
  const seen = async (at: string) => {
    const caller = { ...gym.people.gym_owner.caller, clock: fixedClock(at) };
    const { plan_id, plan_name, price_minor, next_plan } = await getMembership(caller, { id });
    const of_plan = async (plan_id: string) => (await listMemberships(caller, { plan_id })).data.length;
    const [row] = (await listMembers(caller, {})).data;
    return {
      ...{ plan_id, plan_name, price_minor, next: next_plan?.plan_name },
      lists: [await of_plan(from.id), await of_plan(to.id)],
      names: [row?.plan_names, (await getMember(caller, { id: gym.member_id })).plan_names],
    };
  };
  expect(await seen(before)).toEqual({
    ...{ plan_id: from.id, plan_name: "Anytime", price_minor: 5_900, next: "Evenings" },
    ...{ lists: [1, 0], names: [["Anytime"], ["Anytime"]] },
  });
  expect(await seen(after)).toEqual({
    ...{ plan_id: to.id, plan_name: "Evenings", price_minor: 2_900, next: undefined },
    ...{ lists: [0, 1], names: [["Evenings"], ["Evenings"]] },
  });
});
