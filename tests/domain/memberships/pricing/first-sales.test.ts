import { expect, test } from "vitest";
import { memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { priceFactsOf, priceOf, putPriceRules } from "@/lib/domain/memberships/pricing";
import { getLocationRow } from "@/lib/domain/organization/locations";
import type { Ctx } from "@/lib/kernel/operation";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";

/** What the sale does: the price of the moment, and the membership at this price, in one transaction. */
function sell(gym: Gym, plan_id: string) {
  const { caller } = gym.people.gym_owner;
  const organization_id = gym.organization.id;
  return inTenant({ organization_id, user_id: null }, async (db) => {
    const ctx = { db, caller, organization_id, now: caller.clock.now() } as unknown as Ctx;
    const location = await getLocationRow(ctx, gym.location_id);
    const { list_price_minor, rules, facts } = await priceFactsOf(ctx, plan_id, gym.member_id, location, "sale");
    const { price_minor } = priceOf({ price_minor: list_price_minor }, rules, facts);
    await db.insert(memberships).values({
      organization_id,
      member_id: gym.member_id,
      plan_id,
      location_id: gym.location_id,
      plan_name: "Founders",
      price_minor,
      currency: location.currency,
      starts_on: facts.day,
      anchor_day: 1,
    });
    return price_minor;
  });
}

test("20 parallel sales give the price for the first 5 to exactly 5", async () => {
  const gym = await newGym();
  const plan = await newPlan(gym, { price_minor: 5900 });
  await putPriceRules(gym.people.gym_owner.caller, {
    id: plan.id,
    rules: [{ reason: "For the first 5 members", condition: { first_sales: 5 }, effect: { price_minor: 3900 } }],
  });
  const prices = await Promise.all(Array.from({ length: 20 }, () => sell(gym, plan.id)));
  expect(prices.toSorted()).toEqual([...Array(5).fill(3900), ...Array(15).fill(5900)]);
});
