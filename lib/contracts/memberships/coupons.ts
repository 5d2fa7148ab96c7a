import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, instantOut, page, pageOf, text, version } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { currencyCode } from "@/lib/values/schemas/currency";
import { minorUnits } from "@/lib/values/schemas/money";

const tag = "Coupons";

const appliesTo = z.enum(["period", "joining_fee", "both"]);

const coupon = z.object({
  id,
  code: z.string(),
  name: z.string(),
  /** Basis points: 20 % is 2000. Either this or an amount. */
  percent_bp: z.int().nullable(),
  amount_minor: z.int().nullable(),
  /** Of the amount. */
  currency: z.string().nullable(),
  /** For how many periods; null: for all, until `until_on` if that is set. */
  periods: z.int().nullable(),
  until_on: calendarDay.nullable(),
  applies_to: appliesTo,
  /** The days on which it can be used for a sale. */
  valid_from_on: calendarDay.nullable(),
  valid_to_on: calendarDay.nullable(),
  max_uses: z.int().nullable(),
  max_uses_per_member: z.int(),
  is_for_new_members: z.boolean(),
  uses: z.int(),
  /** Empty: every plan. */
  plan_ids: z.array(id),
  archived_at: instantOut.nullable(),
  created_at: instantOut,
  version,
});

const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/, "Use 2 to 40 letters, digits and hyphens");

const fields = {
  code,
  name: text(80),
  percent_bp: count(1, 10_000).nullable(),
  amount_minor: minorUnits
    .min(1, "Enter an amount above 0")
    .max(100_000_000_000, "This amount is too large")
    .nullable(),
  currency: currencyCode.nullable(),
  periods: count(1, 120).nullable(),
  until_on: calendarDay.nullable(),
  applies_to: appliesTo,
  valid_from_on: calendarDay.nullable(),
  valid_to_on: calendarDay.nullable(),
  max_uses: count(1, 1_000_000).nullable(),
  max_uses_per_member: count(1, 100),
  is_for_new_members: z.boolean(),
  plan_ids: z.array(id).max(200),
};

const errors = ["invalid_input", "already_exists"] as const;

export const listCoupons = contract({
  id: "coupons.list",
  scope: "shared",
  method: "GET",
  path: "/api/v1/coupons",
  access: "coupons.read",
  tag,
  input: z.strictObject({ archived: flag.default(false), ...page }),
  output: pageOf(coupon),
  errors: ["malformed_cursor"],
});

export const getCoupon = contract({
  id: "coupons.get",
  scope: "shared",
  method: "GET",
  path: "/api/v1/coupons/{id}",
  access: "coupons.read",
  tag,
  input: z.strictObject({ id }),
  output: coupon,
  errors: ["not_found"],
});

export const createCoupon = contract({
  id: "coupons.create",
  scope: "organization",
  method: "POST",
  path: "/api/v1/coupons",
  access: "coupons.write",
  tag,
  input: z.strictObject(fields).partial().required({ code: true, name: true }),
  output: coupon,
  status: 201,
  errors,
});

export const updateCoupon = contract({
  id: "coupons.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/coupons/{id}",
  access: "coupons.write",
  tag,
  input: z.strictObject(fields).partial().extend({ id }),
  output: coupon,
  errors: [...errors, "not_found", "version_conflict"],
});

export const archiveCoupon = contract({
  id: "coupons.archive",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/coupons/{id}",
  access: "coupons.write",
  tag,
  input: z.strictObject({ id }),
  output: coupon,
  errors: ["not_found"],
});

export const restoreCoupon = contract({
  id: "coupons.restore",
  scope: "organization",
  method: "POST",
  path: "/api/v1/coupons/{id}/restorations",
  access: "coupons.write",
  tag,
  input: z.strictObject({ id }),
  output: coupon,
  errors: ["not_found", "already_exists"],
});
