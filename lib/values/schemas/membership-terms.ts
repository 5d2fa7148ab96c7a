import { z } from "zod";
import { limitPeriods, renewalStarts } from "@/lib/values/membership-terms";
import { minorUnits } from "./money";

export const renewalStart = z.enum(renewalStarts);

export const visitLimit = z.strictObject({
  count: z.int().min(1).max(1000),
  of: z.enum(["sessions", "days"]),
  per: z.enum(limitPeriods),
});

export const classLimit = z.strictObject({
  category: z.string().trim().min(1, "Fill this in").max(60, "Use at most 60 characters"),
  count: z.int().min(1).max(1000),
});

export const familyTier = z
  .strictObject({
    from: z.int().min(2, "The first member of a family pays the full price").max(20, "Enter at most 20"),
    percent_bp: z.int().min(1, "Enter a percentage above 0").max(10_000, "Enter at most 100 %").nullable(),
    amount_minor: minorUnits
      .min(1, "Enter an amount above 0")
      .max(100_000_000_000, "This amount is too large")
      .nullable(),
  })
  .refine(({ percent_bp, amount_minor }) => (percent_bp === null) !== (amount_minor === null), {
    path: ["percent_bp"],
    error: "Enter a percentage or an amount",
  });

const days = (max: number) => z.int().min(0, "Enter 0 or more days").max(max, `Enter at most ${max} days`);
const feeMinor = minorUnits.min(0, "An amount is 0 or more").max(100_000_000_000, "This amount is too large");

const freezeFee = z.union([
  z.strictObject({ mode: z.enum(["none", "full"]) }),
  z.strictObject({ mode: z.enum(["one_off", "reduced"]), amount_minor: feeMinor }),
]);

export const freezePolicy = z.strictObject({
  is_allowed: z.boolean(),
  min_days: days(366),
  max_days: days(1100),
  max_days_per_year: days(366),
  notice_days: days(90),
  may_be_open_ended: z.boolean(),
  fee: freezeFee,
  extends_min_term: z.boolean(),
  moves_pack_expiry: z.boolean(),
  ends_on_return: z.boolean().default(false),
});
