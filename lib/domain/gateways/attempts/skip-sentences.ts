import type { SkipReason } from "./reserve";

/** Why an invoice is not charged, and what to do instead. */
export const skipSentences: Record<Exclude<SkipReason, "nothing_open">, string> = {
  in_progress: "A payment of this invoice is under way. Wait for its answer.",
  no_gateway: "No payment gateway is connected. Record the money by hand, or connect a gateway in the settings.",
  gateway_failing: "The payment gateway refuses the gym's keys. Correct them in the settings first.",
  no_method: "The payer has no saved method at this gateway. Send a link to pay instead.",
  dispute_open: "The payer's bank has not decided a dispute of this invoice. Nothing is charged until it has.",
  collected_by_gateway:
    "The gateway bills this membership by itself. Cancel the subscription on the member's page to charge it here.",
  above_mandate: "The amount is above the maximum that the payer allowed. Ask for a new mandate.",
};
