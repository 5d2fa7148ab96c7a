import type { DeclineCode } from "@/lib/values/gateways";

/** What the bank said, for the payer who stands before the form. */
export const declineWords: Record<DeclineCode, string> = {
  insufficient_funds: "There was not enough money on it.",
  generic_decline: "The bank refused it without a reason.",
  expired_card: "The card has expired.",
  incorrect_details: "A number of the card was not right.",
  authentication_required: "The bank wants you to confirm the payment.",
  authentication_failed: "The payment was not confirmed with the bank.",
  limit_exceeded: "The amount is above a limit of the card or account.",
  lost_or_stolen: "The bank has stopped this card.",
  account_closed: "The account is closed.",
  mandate_revoked: "The permission to charge it was withdrawn.",
  method_not_supported: "It cannot be used for this payment.",
  suspected_fraud: "The bank stopped the payment for your safety.",
  try_again_later: "The bank could not be reached.",
  debit_returned: "The bank sent the debit back.",
  abandoned: "The payment was not finished.",
};
