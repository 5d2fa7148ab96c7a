import type { Decline } from "@/lib/providers/payments/payment-gateway";
import type { DeclineCode } from "@/lib/values/gateways";

/** The values of `error_reason`. https://razorpay.com/docs/errors/payments/list */
const razorpayDeclines: Record<string, DeclineCode> = {
  insufficient_funds: "insufficient_funds",
  insufficient_balance: "insufficient_funds",

  authentication_failed: "authentication_failed",
  incorrect_atm_pin: "authentication_failed",
  incorrect_otp: "authentication_failed",
  incorrect_pin: "authentication_failed",
  invalid_otp: "authentication_failed",
  otp_attempts_exceeded: "authentication_failed",
  otp_expired: "authentication_failed",
  pin_attempts_exceeded: "authentication_failed",

  additional_factor_authentication_required: "authentication_required",
  customer_action_required: "authentication_required",
  pre_debit_notification_not_approved: "authentication_required",

  card_expired: "expired_card",
  incorrect_card_expiry_date: "incorrect_details",

  bank_account_validation_failed: "incorrect_details",
  card_number_invalid: "incorrect_details",
  incorrect_card_details: "incorrect_details",
  incorrect_cardholder_name: "incorrect_details",
  incorrect_cvv: "incorrect_details",
  invalid_vpa: "incorrect_details",

  amount_exceeds_mandate_limit: "limit_exceeded",
  amount_exceeds_maximum_limit: "limit_exceeded",
  credit_limit_reached: "limit_exceeded",
  debit_instrument_limit_exceeded: "limit_exceeded",
  transaction_daily_count_exceeded: "limit_exceeded",
  transaction_daily_limit_exceeded: "limit_exceeded",
  transaction_frequency_limit_exceeded: "limit_exceeded",
  transaction_limit_exceeded: "limit_exceeded",

  card_lost_or_stolen: "lost_or_stolen",
  card_reported_lost: "lost_or_stolen",
  card_reported_stolen: "lost_or_stolen",
  debit_instrument_blocked: "lost_or_stolen",

  bank_account_closed: "account_closed",
  bank_account_invalid: "account_closed",
  debit_instrument_inactive: "account_closed",

  mandate_cancelled: "mandate_revoked",
  mandate_expired: "mandate_revoked",
  mandate_not_active: "mandate_revoked",
  mandate_paused: "mandate_revoked",
  mandate_revoked: "mandate_revoked",
  token_cancelled: "mandate_revoked",
  token_expired: "mandate_revoked",
  token_paused: "mandate_revoked",

  bank_not_enabled: "method_not_supported",
  card_declined_by_network: "method_not_supported",
  card_network_not_enabled: "method_not_supported",
  card_not_enrolled: "method_not_supported",
  card_type_invalid: "method_not_supported",
  international_transaction_not_allowed: "method_not_supported",
  invalid_currency: "method_not_supported",
  recurring_payment_not_enabled: "method_not_supported",
  transaction_not_permitted: "method_not_supported",

  payment_risk_check_failed: "suspected_fraud",
  risk_check_failed: "suspected_fraud",
  suspected_fraud: "suspected_fraud",
  transaction_declined_due_to_risk: "suspected_fraud",

  authorisation_declined_by_psp: "try_again_later",
  bank_cutoff_in_progress: "try_again_later",
  bank_not_available: "try_again_later",
  bank_technical_error: "try_again_later",
  gateway_technical_error: "try_again_later",
  issuer_technical_error: "try_again_later",
  mandate_hub_technical_error: "try_again_later",
  payment_pending: "try_again_later",
  server_error: "try_again_later",
  upi_app_technical_error: "try_again_later",

  debit_declined: "debit_returned",
  debit_failed: "debit_returned",

  payment_cancelled: "abandoned",
  payment_collect_request_expired: "abandoned",
  payment_declined_by_customer: "abandoned",
  payment_session_expired: "abandoned",
  payment_timed_out: "abandoned",

  card_declined: "generic_decline",
  payment_declined: "generic_decline",
  payment_failed: "generic_decline",
};

/** Where the reason is missing, which it is in older payments. */
const byCode: Record<string, DeclineCode> = { GATEWAY_ERROR: "try_again_later", SERVER_ERROR: "try_again_later" };

type Failed = { error_reason: string | null; error_code: string | null; error_description: string | null };

export function declineOf({ error_reason, error_code, error_description }: Failed): Decline {
  const vendor_code = error_reason ?? error_code ?? "unknown";
  return {
    code: razorpayDeclines[vendor_code] ?? byCode[error_code ?? ""] ?? "generic_decline",
    vendor_code,
    message: error_description ?? "The payment failed.",
  };
}
