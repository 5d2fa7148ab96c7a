import type { CancelReason } from "@/lib/values/membership-terms";

export const cancelReasonNames: Record<CancelReason, string> = {
  price: "Too expensive",
  no_time: "No time",
  relocation: "Moving away",
  medical: "Illness or injury",
  death: "Death",
  dissatisfied: "Not satisfied",
  other_gym: "Goes to another gym",
  not_paying: "Does not pay",
  cooling_off: "Within the cooling-off days",
  other: "Another reason",
};
