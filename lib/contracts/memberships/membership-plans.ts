import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, instantOut, text, version } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { currencyCode } from "@/lib/values/schemas/currency";
import { classLimit, familyTier, freezePolicy, renewalStart, visitLimit } from "@/lib/values/schemas/membership-terms";
import { minorUnits } from "@/lib/values/schemas/money";
import { openingHours } from "@/lib/values/schemas/opening-hours";
import { intervalUnit, planKind } from "@/lib/values/schemas/statuses";

const membershipPlan = z.object({
  id,
  code: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  kind: planKind,
  /** The price of today: an increase whose day has come is included. */
  price_minor: z.int(),
  currency: z.string(),
  joining_fee_minor: z.int(),
  interval_unit: intervalUnit,
  interval_count: z.int(),
  sessions_included: z.int().nullable(),
  /** null: whenever the location is open. */
  access_hours: openingHours.nullable(),
  /** The day of the month on which all are billed; null: the day of the start. */
  billing_day: z.int().nullable(),
  is_first_period_free: z.boolean(),
  min_term_months: z.int().nullable(),
  notice_days: z.int(),
  /** Where the renewal of an expired term begins. */
  renews_from: renewalStart,
  /** What the plan includes, as members read it. */
  features: z.array(z.string()),
  visit_limits: z.array(visitLimit),
  /** Of a mixed pack: how many of its sessions each category of classes may use. */
  class_limits: z.array(classLimit),
  /** In each period. */
  guest_passes: z.int(),
  min_age: z.int().nullable(),
  max_age: z.int().nullable(),
  /** null: the organization's defaults. */
  freeze_policy: freezePolicy.nullable(),
  /** What the second and further members of a family get off each period. */
  family_discounts: z.array(familyTier),
  tax_class: z.string(),
  is_price_with_tax: z.boolean(),
  /** Empty: every location. */
  location_ids: z.array(id),
  /** Memberships on this plan that have not ended. Omitted without `with_counts` and for roles that cannot see memberships. */
  current_memberships: z.int().optional(),
  archived_at: instantOut.nullable(),
  version,
});

const amount = minorUnits.min(0, "An amount is 0 or more").max(100_000_000_000, "This amount is too large");

const fields = {
  code: text(40).nullable(),
  name: text(80),
  description: text(500).nullable(),
  kind: planKind,
  price_minor: amount,
  currency: currencyCode,
  joining_fee_minor: amount,
  interval_unit: intervalUnit,
  interval_count: count(1, 120),
  sessions_included: count(1, 1000).nullable(),
  access_hours: openingHours.nullable(),
  billing_day: count(1, 31).nullable(),
  is_first_period_free: z.boolean(),
  min_term_months: count(1, 60).nullable(),
  notice_days: count(0, 365),
  renews_from: renewalStart,
  features: z.array(text(80)).max(20, "List at most 20 features"),
  visit_limits: z.array(visitLimit).max(6),
  class_limits: z.array(classLimit).max(20),
  guest_passes: count(0, 100),
  min_age: count(0, 120).nullable(),
  max_age: count(0, 120).nullable(),
  freeze_policy: freezePolicy.nullable(),
  family_discounts: z.array(familyTier).max(5, "Enter at most 5 steps"),
  tax_class: text(40),
  is_price_with_tax: z.boolean(),
  location_ids: z.array(id).max(200),
};

/** The fields that a new plan needs no value for. */
const withDefaults = {
  code: true,
  description: true,
  currency: true,
  joining_fee_minor: true,
  interval_unit: true,
  interval_count: true,
  sessions_included: true,
  access_hours: true,
  billing_day: true,
  is_first_period_free: true,
  min_term_months: true,
  notice_days: true,
  renews_from: true,
  features: true,
  visit_limits: true,
  class_limits: true,
  guest_passes: true,
  min_age: true,
  max_age: true,
  freeze_policy: true,
  family_discounts: true,
  tax_class: true,
  is_price_with_tax: true,
  location_ids: true,
} as const;

const errors = ["invalid_input", "forbidden", "already_exists"] as const;

export const listPlans = contract({
  id: "membership_plans.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/membership-plans",
  access: "plans.read",
  tag: "Plans",
  input: z.strictObject({
    include_archived: flag.default(false),
    location_id: id.optional(),
    with_counts: flag.default(false),
  }),
  output: z.object({ data: z.array(membershipPlan) }),
  errors: [],
});

export const getPlan = contract({
  id: "membership_plans.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/membership-plans/{id}",
  access: "plans.read",
  tag: "Plans",
  input: z.strictObject({ id }),
  output: membershipPlan,
  errors: ["not_found"],
});

export const createPlan = contract({
  id: "membership_plans.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/membership-plans",
  access: "plans.write",
  tag: "Plans",
  input: z.strictObject(fields).partial(withDefaults),
  output: membershipPlan,
  status: 201,
  errors,
});

export const updatePlan = contract({
  id: "membership_plans.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/membership-plans/{id}",
  access: "plans.write",
  tag: "Plans",
  input: z.strictObject(fields).partial().extend({ id }),
  output: membershipPlan,
  errors: [...errors, "not_found", "in_use", "version_conflict"],
});

export const archivePlan = contract({
  id: "membership_plans.archive",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/membership-plans/{id}",
  access: "plans.write",
  tag: "Plans",
  input: z.strictObject({ id }),
  output: membershipPlan,
  errors: ["not_found"],
});

export const restorePlan = contract({
  id: "membership_plans.restore",
  scope: "location",
  method: "POST",
  path: "/api/v1/membership-plans/{id}/restorations",
  access: "plans.write",
  tag: "Plans",
  input: z.strictObject({ id }),
  output: membershipPlan,
  errors: ["not_found", "already_exists"],
});

const exampleLine = z.object({
  label: z.string(),
  from_on: calendarDay.nullable(),
  to_on: calendarDay.nullable(),
  list_minor: z.int(),
  amount_minor: z.int(),
  /** How the amount comes about, in one sentence. */
  explanation: z.string(),
});

const exampleBill = z.object({ on: calendarDay, lines: z.array(exampleLine), total_minor: z.int() });

export const examplesOfPlan = contract({
  id: "membership_plans.examples",
  scope: "location",
  method: "POST",
  path: "/api/v1/membership-plans/examples",
  access: "plans.write",
  tag: "Plans",
  input: z.strictObject(fields).partial(withDefaults).partial({ name: true }),
  output: z.object({
    currency: z.string(),
    examples: z.array(
      z.object({
        case: z.enum(["today", "month_end", "mid_period"]),
        starts_on: calendarDay,
        /** The bill of the sale, then the next ones. */
        bills: z.array(exampleBill),
        ends_on: calendarDay.nullable(),
      }),
    ),
  }),
  errors: ["invalid_input"],
  writes_nothing: true,
});
