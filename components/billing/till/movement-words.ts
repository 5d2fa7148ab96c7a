import type { TillMovementKind } from "@/lib/values/billing";

export const movementWords: Record<TillMovementKind, string> = {
  payment: "Payment",
  refund: "Refund",
  reversal: "Reversed payment",
  paid_in: "Paid in",
  paid_out: "Paid out",
  to_safe: "To the safe",
};
