import type { AttemptOrigin, AttemptStatus, DeclineCode } from "@/lib/values/gateways";

export const chargeStatusWords: Record<AttemptStatus, string> = {
  reserved: "Waits for the gateway",
  requires_action: "Waits for the payer",
  processing: "On its way",
  succeeded: "Collected",
  failed: "Declined",
  canceled: "Called off",
};

/** Why the bank or the gateway declined, in the same words for every gateway. */
const declineWords: Record<DeclineCode, string> = {
  insufficient_funds: "Not enough money in the account",
  generic_decline: "The bank declined without a reason",
  expired_card: "The card has expired",
  incorrect_details: "The details of the card are wrong",
  authentication_required: "The bank asks the payer to confirm",
  authentication_failed: "The payer did not confirm with the bank",
  limit_exceeded: "Above a limit of the card or account",
  lost_or_stolen: "The card is reported lost or stolen",
  account_closed: "The account is closed",
  mandate_revoked: "The payer revoked the mandate",
  method_not_supported: "The method cannot be charged like this",
  suspected_fraud: "The bank suspects fraud",
  try_again_later: "The bank could not answer",
  debit_returned: "The bank returned the debit",
  abandoned: "The payer did not finish",
};

export const originWords: Record<AttemptOrigin, string> = {
  renewal: "automatic charge",
  retry: "retry",
  new_method: "after a new card",
  staff: "charged by staff",
  desk: "at the desk",
  link: "by link",
  member: "by the member",
};

type Charge = {
  status: AttemptStatus;
  decline_code: DeclineCode | null;
  failure: string | null;
  method_label: string | null;
};

/** One sentence about what became of a charge: our words, then the gateway's. */
export function chargeSentence({ status, decline_code, failure }: Charge): string | null {
  if (status === "succeeded") return null;
  const words = decline_code ? `${declineWords[decline_code]}.` : null;
  return [words, failure].filter(Boolean).join(" ") || null;
}

/** "Visa 4242", or what is known of the method. */
export const methodOf = ({ method_label }: Charge): string => method_label ?? "a method given on a page";
