import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, instantOut } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { minorUnits } from "@/lib/values/schemas/money";

const tag = "Prices";
const path = "/api/v1/membership-plans/{id}/price-increases";

/** `joined_before`: only memberships that began before `joined_before_on`; the others keep their price. */
const appliesTo = z.enum(["new_sales", "everyone", "joined_before"]);

const increase = z.object({
  id,
  plan_id: id,
  price_minor: z.int(),
  effective_on: calendarDay,
  applies_to: appliesTo,
  joined_before_on: calendarDay.nullable(),
  notice_days: z.int(),
  status: z.enum(["pending", "effective", "withdrawn"]),
  created_at: instantOut,
});

const input = z.strictObject({
  id,
  price_minor: minorUnits.min(0, "An amount is 0 or more").max(100_000_000_000, "This amount is too large"),
  effective_on: calendarDay,
  applies_to: appliesTo,
  joined_before_on: calendarDay.optional(),
  /** Between today and the first day of the new price, for running memberships. Not below the notice of the plan. */
  notice_days: count(0, 365).default(30),
});

const payer = z.object({
  membership_id: id,
  member_id: id,
  member_name: z.string(),
  price_minor: z.int(),
  new_price_minor: z.int(),
  /** The first bill at the new price. */
  first_bill_on: calendarDay,
  more_per_month_minor: z.int(),
});

const errors = ["invalid_input", "forbidden", "not_found", "conflict"] as const;

export const listPriceIncreases = contract({
  id: "price_increases.list",
  scope: "location",
  method: "GET",
  path,
  access: "plans.write",
  tag,
  input: z.strictObject({ id }),
  output: z.object({ data: z.array(increase) }),
  errors: ["not_found"],
});

export const previewPriceIncrease = contract({
  id: "price_increases.preview",
  scope: "location",
  method: "POST",
  path: `${path}/preview`,
  access: "revenue.read",
  tag,
  input,
  output: z.object({
    currency: z.string(),
    price_minor: z.int(),
    new_price_minor: z.int(),
    effective_on: calendarDay,
    /** How many pay the new price, keep theirs, and end before they would pay it. */
    raised: z.int(),
    kept: z.int(),
    ending: z.int(),
    more_per_month_minor: z.int(),
    /** Those who pay the most more, at most 100. */
    payers: z.array(payer),
  }),
  errors,
  writes_nothing: true,
  takes_long: true,
});

export const createPriceIncrease = contract({
  id: "price_increases.create",
  scope: "location",
  method: "POST",
  path,
  access: "plans.write",
  tag,
  input,
  output: increase.extend({ raised: z.int(), kept: z.int() }),
  status: 201,
  errors: [...errors, "version_conflict"],
  takes_long: true,
});

export const withdrawPriceIncrease = contract({
  id: "price_increases.withdraw",
  scope: "location",
  method: "DELETE",
  path: `${path}/current`,
  access: "plans.write",
  tag,
  input: z.strictObject({ id }),
  output: increase,
  errors: ["forbidden", "not_found", "conflict", "version_conflict"],
  takes_long: true,
});
