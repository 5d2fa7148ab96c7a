import type { Specimens } from "@/tests/support/contracts/specimens";
import { newPlan } from "@/tests/support/gym/plans";

export const specimens: Specimens = {
  inputs: {
    "membership_plans.list": () => ({ with_counts: true }),
    "membership_plans.get": async (gym) => ({ id: (await newPlan(gym)).id }),
    "membership_plans.create": () => ({ name: "Off-peak", kind: "recurring", price_minor: 5900 }),
    "membership_plans.update": async (gym) => ({ id: (await newPlan(gym)).id, price_minor: 6400 }),
    "membership_plans.archive": async (gym) => ({ id: (await newPlan(gym)).id }),
    "membership_plans.restore": async (gym) => ({ id: (await newPlan(gym)).id }),
  },
};
