import { expect, test } from "vitest";
import { previewPriceRules } from "@/lib/domain/memberships/pricing";
import { newGym } from "@/tests/support/gym/gym";
import { code, owner } from "@/tests/support/gym/payments";
import { newPlan } from "@/tests/support/gym/plans";

const founders = { reason: "Founders", condition: { first_sales: 50 }, effect: { price_minor: 5_000 } };
const young = { reason: "Under 26", condition: { max_age: 25 }, effect: { change_bp: -1_000 } };

test("C20 each rule of a preview changes the price that the ones before it gave", async () => {
  const gym = await newGym();
  const { id } = await newPlan(gym);
  const sale = {
    on: "2026-03-05",
    time: "17:30",
    location_id: gym.location_id,
    age: 24,
    sold: 12,
    demand_percent: null,
  };
  const ask = (rules: (typeof founders | typeof young)[], change: Partial<typeof sale> = {}) =>
    previewPriceRules(owner(gym), { id, rules, sale: { ...sale, ...change } });
  expect(await ask([founders, young])).toMatchObject({
    list_price_minor: 5_900,
    price_minor: 4_500,
    steps: [5_000, 4_500],
  });
  expect(await ask([young, founders])).toMatchObject({ price_minor: 5_000, steps: [5_310, 5_000] });
  expect(await ask([founders, young], { sold: 50 })).toMatchObject({ price_minor: 5_310, steps: [null, 5_310] });
  expect(await code(ask([{ ...young, condition: {} as { max_age: number } }]))).toBe("invalid_input");
});
