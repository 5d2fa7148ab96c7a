import { systemClock } from "@/lib/kernel/clock";
import { dayAt } from "@/lib/values/calendar-day";
import type { Specimens } from "@/tests/support/contracts/specimens";
import type { Gym } from "@/tests/support/gym/gym";
import { newPlan, newSale } from "@/tests/support/gym/plans";

/** A weekly membership, which is billed in every month. */
const sold = async (gym: Gym) => {
  await newSale(gym, { plan_id: (await newPlan(gym, { interval_unit: "week" })).id });
};

export const specimens: Specimens = {
  inputs: {
    "forecast.get": async (gym) => {
      await sold(gym);
      return { months: 3 };
    },
    "forecast.list_lines": async (gym) => {
      await sold(gym);
      // Of the month after the next, so that a week before its end is never the last one.
      const today = dayAt(systemClock.now().toString(), "Europe/Berlin");
      const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
      return { month: month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}` };
    },
  },
};
