import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, instantOut, text, version } from "@/lib/contracts/fields";
import { currencyCode } from "@/lib/values/schemas/currency";
import { minorUnits } from "@/lib/values/schemas/money";
import { openingHours } from "@/lib/values/schemas/opening-hours";
import { intervalUnit, planKind } from "@/lib/values/schemas/statuses";

const membershipPlan = z.object({
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
  location_ids: z.array(id).max(200),
};

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
