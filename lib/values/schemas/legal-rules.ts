import { z } from "zod";
import { legalProfileCodes, onlineCancellations } from "@/lib/values/legal-rules";
import { cancelReasons } from "@/lib/values/membership-terms";

const days = (max: number) => z.int().min(0, "Give 0 or more days").max(max, `At most ${max} days`);

export const legalRules = z.strictObject({
  cooling_off: z
    .strictObject({
      days: days(60).min(1, "Give at least 1 day"),
      counted: z.enum(["calendar", "business"]),
      from: z.enum(["sale", "first_use"]),
      applies_to: z.enum(["everyone", "sold_online"]),
      moves_off_weekends: z.boolean(),
    })
    .nullable(),
  max_notice_days: days(365).nullable(),
  online_cancellation: z.enum(onlineCancellations),
  overriding_reasons: z.array(z.enum(cancelReasons)).max(cancelReasons.length),
  needs_proof: z.boolean(),
});

export const legalProfileCode = z.enum(legalProfileCodes);
