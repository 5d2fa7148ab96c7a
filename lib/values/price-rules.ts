import type { CalendarDay } from "./calendar-day";

/** All that are given must hold. */
export type PriceRuleCondition = {
  from_on?: CalendarDay;
  to_on?: CalendarDay;
  /** 1 is Monday; the local day of the sale. */
  weekdays?: number[];
  /** Local times of the sale, "HH:MM"; the end is excluded. */
  from_time?: string;
  to_time?: string;
  min_age?: number;
  max_age?: number;
  location_ids?: string[];
  /** Applies to the first n memberships of the plan. */
  first_sales?: number;
  /** The mean occupancy of the last four weeks in percent of the capacity. */
  min_demand_percent?: number;
  max_demand_percent?: number;
};

/** What the price becomes: a price, or a change of the price so far. */
export type PriceRuleEffect = { price_minor: number } | { change_minor: number } | { change_bp: number };
