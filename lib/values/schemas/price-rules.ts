import { z } from "zod";
import { calendarDay } from "./calendar-day";
import { minorUnits } from "./money";
import { localTime } from "./wall-time";

const age = z.int().min(0).max(120);
const percent = z.int().min(0).max(1000);
const largest = 100_000_000_000;

export const priceRuleCondition = z
  .strictObject({
    from_on: calendarDay,
    to_on: calendarDay,
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    from_time: localTime,
    to_time: localTime,
    min_age: age,
    max_age: age,
    location_ids: z.array(z.uuid()).min(1).max(200),
    first_sales: z.int().min(1).max(10_000),
    min_demand_percent: percent,
    max_demand_percent: percent,
  })
  .partial();

export const priceRuleEffect = z.union([
  z.strictObject({ price_minor: minorUnits.min(0).max(largest) }),
  z.strictObject({ change_minor: minorUnits.min(-largest).max(largest) }),
  z.strictObject({ change_bp: z.int().min(-10_000).max(10_000) }),
]);
