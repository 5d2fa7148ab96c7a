import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, instantOut, text, version } from "@/lib/contracts/fields";
import { currencyCode, minorUnits } from "@/lib/values/money";
import { openingHours } from "@/lib/values/opening-hours";
import { intervalUnit, planKind } from "@/lib/values/statuses";

export const membershipPlan = z.object({
  id,
  code: z.string().nullable(),
  name: z.string(),
  description: z.string().nullable(),
  kind: planKind,
  price_minor: z.int(),
  currency: z.string(),
  joining_fee_minor: z.int(),
  interval_unit: intervalUnit,
  interval_count: z.int(),
  sessions_included: z.int().nullable(),
  /** null: whenever the location is open. */
  access_hours: openingHours.nullable(),
  /** Empty: every location. */
  location_ids: z.array(id),
  /** Memberships on this plan that have not ended. Left out unless asked for by `with_counts`, and for roles that may not see them. */
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
  location_ids: z.array(id).max(200),
};

const example = {
  id: "0197f0a0-0000-7000-8000-0000000000f1",
  code: "OFFPEAK",
  name: "Off-peak",
  description: "9 am to 4 pm on weekdays",
  kind: "recurring" as const,
  price_minor: 5900,
  currency: "AUD",
  joining_fee_minor: 2500,
  interval_unit: "month" as const,
  interval_count: 1,
  sessions_included: null,
  access_hours: { mon: [{ opens: "09:00", closes: "16:00" }] },
  location_ids: [],
  archived_at: null,
  version: 1,
};

const errors = ["invalid_input", "forbidden", "already_exists"] as const;

export const listPlans = contract({
  id: "membership_plans.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/membership-plans",
  access: "plans.read",
  tag: "Plans",
  summary: "List the plans that a membership can be sold on",
  description: "By name. `location_id` leaves out plans that do not open that location.",
  input: z.strictObject({
    include_archived: flag.default(false),
    location_id: id.optional(),
    with_counts: flag.default(false),
  }),
  output: z.object({ data: z.array(membershipPlan) }),
  errors: [],
  example: { input: {}, output: { data: [example] } },
});

export const getPlan = contract({
  id: "membership_plans.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/membership-plans/{id}",
  access: "plans.read",
  tag: "Plans",
  summary: "Read one plan",
  input: z.strictObject({ id }),
  output: membershipPlan,
  errors: ["not_found"],
  example: { input: { id: example.id }, output: { ...example, current_memberships: 214 } },
});

export const createPlan = contract({
  id: "membership_plans.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/membership-plans",
  access: "plans.write",
  tag: "Plans",
  summary: "Add a plan",
  description:
    "The interval is the billing period of a recurring plan and the whole term of any other. Left out, it is a month, and a day for a day pass. The currency follows the plan's locations, else the organization.",
  input: z.strictObject(fields).partial({
    code: true,
    description: true,
    currency: true,
    joining_fee_minor: true,
    interval_unit: true,
    interval_count: true,
    sessions_included: true,
    access_hours: true,
    location_ids: true,
  }),
  output: membershipPlan,
  status: 201,
  errors,
  example: {
    input: { name: "Off-peak", kind: "recurring", price_minor: 5900, joining_fee_minor: 2500, interval_unit: "month" },
    output: example,
  },
});

export const updatePlan = contract({
  id: "membership_plans.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/membership-plans/{id}",
  access: "plans.write",
  tag: "Plans",
  summary: "Change a plan",
  description:
    "Memberships that are sold keep their price. Once a plan has been sold its kind, interval and currency stay as they are.",
  input: z.strictObject(fields).partial().extend({ id }),
  output: membershipPlan,
  errors: [...errors, "not_found", "in_use", "version_conflict"],
  example: {
    input: { id: example.id, price_minor: 6400 },
    output: { ...example, price_minor: 6400, version: 2 },
  },
});

export const archivePlan = contract({
  id: "membership_plans.archive",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/membership-plans/{id}",
  access: "plans.write",
  tag: "Plans",
  summary: "Archive a plan; whoever has bought it keeps it",
  input: z.strictObject({ id }),
  output: membershipPlan,
  errors: ["not_found"],
  example: {
    input: { id: example.id },
    output: { ...example, archived_at: "2026-03-05T06:42:00.000Z", version: 2 },
  },
});

export const restorePlan = contract({
  id: "membership_plans.restore",
  scope: "location",
  method: "POST",
  path: "/api/v1/membership-plans/{id}/restorations",
  access: "plans.write",
  tag: "Plans",
  summary: "Put an archived plan back on sale",
  input: z.strictObject({ id }),
  output: membershipPlan,
  errors: ["not_found", "already_exists"],
  example: { input: { id: example.id }, output: { ...example, version: 3 } },
});
