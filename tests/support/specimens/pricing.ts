import { createPriceIncrease } from "@/lib/domain/memberships/pricing";
import { systemClock } from "@/lib/kernel/clock";
import { addDays, dayAt } from "@/lib/values/calendar-day";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { newCoupon, newPlan } from "@/tests/support/gym/plans";

const inDays = (days: number) => addDays(dayAt(systemClock.now().toString(), "Europe/Berlin"), days);

const newPrice = () => ({ price_minor: 6400, effective_on: inDays(40), applies_to: "everyone" as const });

export const specimens: Specimens = {
  inputs: {
    "coupons.list": async (gym) => {
      await newCoupon(gym);
      return {};
    },
    "coupons.get": async (gym) => ({ id: (await newCoupon(gym)).id }),
    "coupons.create": () => ({ code: `C-${crypto.randomUUID()}`, name: "20% off", percent_bp: 2000 }),
    "coupons.update": async (gym) => ({ id: (await newCoupon(gym)).id, max_uses: 20 }),
    "coupons.archive": async (gym) => ({ id: (await newCoupon(gym)).id }),
    "coupons.restore": async (gym) => ({ id: (await newCoupon(gym)).id }),
    "membership_plans.examples": () => ({ kind: "recurring", price_minor: 5900 }),
    "price_rules.get": async (gym) => ({ id: (await newPlan(gym)).id }),
    "price_rules.put": async (gym) => ({
      id: (await newPlan(gym)).id,
      rules: [{ reason: "For the first 50 members", condition: { first_sales: 50 }, effect: { price_minor: 3900 } }],
    }),
    "price_rules.preview": async (gym) => ({
      id: (await newPlan(gym)).id,
      rules: [{ reason: "For the first 50 members", condition: { first_sales: 50 }, effect: { price_minor: 3900 } }],
      sale: {
        ...{ on: inDays(0), time: "17:30", location_id: gym.location_id },
        age: 24,
        sold: 12,
        demand_percent: 60,
      },
    }),
    "price_increases.list": async (gym) => ({ id: (await newPlan(gym)).id }),
    "price_increases.preview": async (gym) => ({ id: (await newPlan(gym)).id, ...newPrice() }),
    "price_increases.create": async (gym) => ({ id: (await newPlan(gym)).id, ...newPrice() }),
    "price_increases.notices": async (gym) => {
      const { id } = await newPlan(gym);
      const { caller } = gym.people.gym_owner;
      return { id, increase_id: (await createPriceIncrease(caller, { id, ...newPrice() })).id };
    },
    "price_increases.withdraw": async (gym) => {
      const { id } = await newPlan(gym);
      await createPriceIncrease(gym.people.gym_owner.caller, { id, ...newPrice() });
      return { id };
    },
  },
};
