import type { Decline } from "@/lib/providers/payments/payment-gateway";
import { type DeclineCode, hardDeclines } from "@/lib/values/gateways";

/** https://docs.stripe.com/declines/codes, the failure codes of bank debits, and the error codes of intents. */
const stripeDeclines: Record<string, DeclineCode> = {
  authentication_required: "authentication_required",
  authentication_not_handled: "authentication_required",
  mobile_device_authentication_required: "authentication_required",
  offline_pin_required: "authentication_required",
  online_or_offline_pin_required: "authentication_required",
  authentication_failure: "authentication_failed",
  payment_intent_authentication_failure: "authentication_failed",
  setup_intent_authentication_failure: "authentication_failed",
  payment_method_customer_decline: "authentication_failed",
  three_d_secure_authentication_not_supported: "authentication_failed",

  insufficient_funds: "insufficient_funds",

  card_decline_rate_limit_exceeded: "limit_exceeded",
  card_velocity_exceeded: "limit_exceeded",
  charge_exceeds_source_limit: "limit_exceeded",
  charge_exceeds_transaction_limit: "limit_exceeded",
  charge_exceeds_weekly_limit: "limit_exceeded",
  invalid_amount: "limit_exceeded",
  pin_try_exceeded: "limit_exceeded",
  withdrawal_count_limit_exceeded: "limit_exceeded",

  expired_card: "expired_card",
  expired_payment_method: "expired_card",

  incorrect_account_holder_name: "incorrect_details",
  incorrect_address: "incorrect_details",
  incorrect_cvc: "incorrect_details",
  incorrect_number: "incorrect_details",
  incorrect_pin: "incorrect_details",
  incorrect_zip: "incorrect_details",
  invalid_account_number: "incorrect_details",
  invalid_cvc: "incorrect_details",
  invalid_expiry_month: "incorrect_details",
  invalid_expiry_year: "incorrect_details",
  invalid_number: "incorrect_details",
  invalid_pin: "incorrect_details",
  new_account_information_available: "incorrect_details",

  lost_card: "lost_or_stolen",
  pickup_card: "lost_or_stolen",
  restricted_card: "lost_or_stolen",
  stolen_card: "lost_or_stolen",

  account_closed: "account_closed",
  bank_account_restricted: "account_closed",
  bank_account_unusable: "account_closed",
  bank_ownership_changed: "account_closed",
  invalid_account: "account_closed",
  no_account: "account_closed",
  payment_method_bank_account_blocked: "account_closed",
  recipient_deceased: "account_closed",

  billing_invalid_mandate: "mandate_revoked",
  debit_authorization_not_match: "mandate_revoked",
  debit_disputed: "mandate_revoked",
  debit_not_authorized: "mandate_revoked",
  india_recurring_payment_mandate_canceled: "mandate_revoked",
  payment_intent_mandate_invalid: "mandate_revoked",
  revocation_of_all_authorizations: "mandate_revoked",
  revocation_of_authorization: "mandate_revoked",
  setup_intent_mandate_invalid: "mandate_revoked",
  stop_payment_order: "mandate_revoked",

  card_not_supported: "method_not_supported",
  currency_not_supported: "method_not_supported",
  do_not_try_again: "method_not_supported",
  invalid_card_type: "method_not_supported",
  invalid_currency: "method_not_supported",
  not_permitted: "method_not_supported",
  payment_intent_incompatible_payment_method: "method_not_supported",
  payment_method_currency_mismatch: "method_not_supported",
  sepa_unsupported_account: "method_not_supported",
  service_not_allowed: "method_not_supported",
  transaction_not_allowed: "method_not_supported",

  fraudulent: "suspected_fraud",
  highest_risk_level: "suspected_fraud",
  merchant_blacklist: "suspected_fraud",

  approve_with_id: "try_again_later",
  duplicate_transaction: "try_again_later",
  issuer_not_available: "try_again_later",
  payment_method_not_available: "try_again_later",
  payment_method_provider_timeout: "try_again_later",
  processing_error: "try_again_later",
  reenter_transaction: "try_again_later",
  try_again_later: "try_again_later",

  could_not_process: "debit_returned",
  generic_could_not_process: "debit_returned",
  refer_to_customer: "debit_returned",

  payment_intent_payment_attempt_expired: "abandoned",
  setup_intent_setup_attempt_expired: "abandoned",

  call_issuer: "generic_decline",
  do_not_honor: "generic_decline",
  generic_decline: "generic_decline",
  no_action_taken: "generic_decline",
  security_violation: "generic_decline",
  testmode_decline: "generic_decline",
};

type Failed = { code?: string; decline_code?: string; advice_code?: string; message?: string };

export function declineOf({ code, decline_code, advice_code, message }: Failed): Decline {
  const vendor_code = decline_code ?? code ?? "unknown";
  // The card's network forbids another try, whatever the reason.
  const known = advice_code === "do_not_try_again" ? finalCode(vendor_code) : stripeDeclines[vendor_code];
  return { code: known ?? "generic_decline", vendor_code, message: message ?? "The payment was declined." };
}

const finalCode = (vendor_code: string): DeclineCode => {
  const known = stripeDeclines[vendor_code];
  return known && hardDeclines.has(known) ? known : "method_not_supported";
};
