/** Why the gateway is not asked to bill a membership, and what to do instead. */
export const startRefusals = {
  no_gateway: "No payment gateway is connected for this membership. Connect one under Settings, Online payments.",
  not_chosen:
    "FitFlow runs the cycle at this gateway. Choose that the gateway runs it under Settings, Online payments, first.",
  not_offered: "This gateway runs no subscriptions.",
  failing: "The payment gateway refuses the gym's keys. Correct them in the settings first.",
  no_method: "The payer has no saved method at this gateway. Ask for a card first.",
  above_mandate: "The amount is above the maximum that the payer allowed. Ask for a new mandate.",
  not_recurring: "Nothing is billed again for this membership, so that there is nothing for the gateway to bill.",
  frozen: "The membership is frozen. Start the subscription when the freeze has ended.",
  free: "The next bill of this membership is nothing. Start the subscription when the next bill has an amount.",
  live: "The gateway bills this membership already.",
} as const;

export const vendorMovesNoBills =
  "The gateway cannot move the day of its bills, which is no longer the day of the membership's. Cancel the subscription and start it again on the new day.";

export const nothingToBill =
  "The next bill of the membership is nothing, which the gateway cannot bill. Cancel the subscription, or refund its next bill.";
