import { type SQL, sql } from "drizzle-orm";
import { column, type Day, type RowName } from "./row";

/**
 * D2, E16: whether the plan change that waits for the end of the period has taken effect by `day`. It holds from local midnight on,
 * also while the renewal is late. While a freeze has no end, the end of the period is not known. Without coalesce(), which would keep
 * row-level security from using the index of the plan's id.
 */
export const hasNextPlan = (row: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`((${column(row, "next_plan_on")} <= ${day}) is true and ${column(row, "next_bill_on")} is not null)`;

/** The plan of the membership on `day`. */
export const planIdOn = (row: RowName, day: Day): SQL<string> =>
  sql<string>`case when ${hasNextPlan(row, day)} then ${column(row, "next_plan_id")} else ${column(row, "plan_id")} end`;

/** Its name; `plan` is the row of `membership_plans` that `planIdOn()` names. */
export const planNameOn = (row: RowName, plan: RowName, day: Day): SQL<string> =>
  sql<string>`case when ${hasNextPlan(row, day)} then ${column(plan, "name")} else ${column(row, "plan_name")} end`;

/** The price of its period on `day`. */
export const planPriceOn = (
  row: RowName,
  day: Day,
): SQL<number> => sql<number>`case when ${hasNextPlan(row, day)} then (
    select (t ->> 'price_minor')::float8 from jsonb_array_elements(${column(row, "billing")} -> 'terms') t where t ->> 'at' = 'period_end')
  else ${column(row, "price_minor")}::float8 end`;
