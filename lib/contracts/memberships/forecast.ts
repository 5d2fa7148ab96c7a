import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, id, instantOut, page, pageOf, text } from "@/lib/contracts/fields";
import { lineKinds } from "@/lib/values/billing";
import { forecastRisks } from "@/lib/values/forecast";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Give a month as 2026-12");
const base = { scope: "location", access: "revenue.read", tag: "Forecast", method: "GET" } as const;

/** With tax, less what is credited. `billed_minor` is the sum of the first two, `at_risk_minor` a part of the first. */
const amounts = {
  recurring_minor: z.int(),
  one_off_minor: z.int(),
  billed_minor: z.int(),
  at_risk_minor: z.int(),
};

const group = { lines: z.int(), amount_minor: z.int() };

const monthOf = z.object({
  month,
  members: z.int(),
  lines: z.int(),
  ...amounts,
  risks: z.array(z.object({ risk: z.enum(forecastRisks), members: z.int(), ...group })),
  /** By plan and kind of line, the largest sum first. `unit_minor` is null where the lines have different amounts. */
  plans: z.array(
    z.object({ plan_name: z.string(), kind: z.enum(lineKinds), unit_minor: z.int().nullable(), ...group }),
  ),
  days: z.array(z.object({ bill_on: calendarDay, ...group })),
});

export const getForecast = contract({
  ...base,
  id: "forecast.get",
  path: "/api/v1/billing/forecast",
  input: z.strictObject({ months: count(1, 24).default(12), location_id: id.optional() }),
  output: z.object({
    made_at: instantOut,
    first_month: month,
    last_month: month,
    currencies: z.array(z.object({ currency: z.string(), ...amounts, months: z.array(monthOf) })),
  }),
  errors: ["not_found"],
});

const line = z.object({
  /** The day on which the renewals bill it. */
  bill_on: calendarDay,
  kind: z.enum(lineKinds),
  label: z.string(),
  plan_name: z.string(),
  membership_id: id,
  member_id: id,
  member_name: z.string(),
  location_id: id,
  location_name: z.string(),
  currency: z.string(),
  from_on: calendarDay.nullable(),
  to_on: calendarDay.nullable(),
  net_minor: z.int(),
  tax_minor: z.int(),
  total_minor: z.int(),
  risk: z.enum(forecastRisks).nullable(),
  why: z.string(),
});

export const listForecastLines = contract({
  ...base,
  id: "forecast.list_lines",
  path: "/api/v1/billing/forecast/lines",
  input: z.strictObject({
    month,
    location_id: id.optional(),
    currency: z.string().length(3).optional(),
    plan_name: text(200).optional(),
    kind: z.enum(lineKinds).optional(),
    type: z.enum(["recurring", "one_off"]).optional(),
    risk: z.enum([...forecastRisks, "any"]).optional(),
    bill_on: calendarDay.optional(),
    sort: z.enum(["day", "member"]).default("day"),
    ...page,
  }),
  output: pageOf(line),
  errors: ["invalid_input", "not_found", "malformed_cursor"],
});
