import type { Decline } from "@/lib/providers/payments/payment-gateway";
import type { DeclineCode } from "@/lib/values/gateways";

/**
 * The documented values of `error_reason`. For a blocked card, the payer is asked for another one.
 * https://razorpay.com/docs/errors/payments/list
 */
const razorpayDeclines: Record<string, DeclineCode> = {
  insufficient_funds: "insufficient_funds",
  funds_blocked_by_mandate: "insufficient_funds",

  authentication_failed: "authentication_failed",
  incorrect_atm_pin: "authentication_failed",
  incorrect_otp: "authentication_failed",
  incorrect_pin: "authentication_failed",
  invalid_otp: "authentication_failed",
  otp_attempts_exceeded: "authentication_failed",
  otp_expired: "authentication_failed",
  pin_attempts_exceeded: "authentication_failed",
  pin_not_set: "authentication_failed",

  customer_action_required: "authentication_required",

  card_expired: "expired_card",

  bank_account_validation_failed: "incorrect_details",
  card_number_invalid: "incorrect_details",
  incorrect_card_details: "incorrect_details",
  incorrect_card_expiry_date: "incorrect_details",
  incorrect_cardholder_name: "incorrect_details",
  incorrect_cvv: "incorrect_details",
  incorrect_ifsc: "incorrect_details",
  invalid_mobile_number: "incorrect_details",
  invalid_user_details: "incorrect_details",
  invalid_vpa: "incorrect_details",
  mobile_number_invalid: "incorrect_details",

  credit_limit_exceeded: "limit_exceeded",
  emi_greater_than_max_amount: "limit_exceeded",
  mcc_amount_limit_exceeded: "limit_exceeded",
  transaction_daily_count_exceeded: "limit_exceeded",
  transaction_daily_limit_exceeded: "limit_exceeded",
  transaction_frequency_limit_exceeded: "limit_exceeded",
  transaction_limit_exceeded: "limit_exceeded",

  bank_account_invalid: "account_closed",
  debit_instrument_blocked: "account_closed",
  debit_instrument_inactive: "account_closed",

  mandate_not_active: "mandate_revoked",

  bank_not_enabled: "method_not_supported",
  card_disabled_for_online_payments: "method_not_supported",
  card_network_not_enabled: "method_not_supported",
  card_not_enrolled: "method_not_supported",
  card_type_invalid: "method_not_supported",
  credit_limit_expired: "method_not_supported",
  credit_limit_inactive: "method_not_supported",
  credit_limit_not_approved: "method_not_supported",
  credit_not_permitted: "method_not_supported",
  international_transaction_not_allowed: "method_not_supported",
  invalid_currency: "method_not_supported",
  joint_account_not_allowed: "method_not_supported",
  payment_method_not_enabled: "method_not_supported",
  psp_app_not_supported: "method_not_supported",
  psp_not_registered: "method_not_supported",
  recurring_payment_not_enabled: "method_not_supported",
  transaction_on_vpa_restricted: "method_not_supported",
  upi_autopay_not_supported_on_psp: "method_not_supported",
  user_not_eligible: "method_not_supported",
  user_not_registered_for_netbanking: "method_not_supported",

  compliance_violation: "suspected_fraud",
  payment_risk_check_failed: "suspected_fraud",

  already_declined: "try_again_later",
  authorisation_declined_by_psp: "try_again_later",
  bank_cutoff_in_progress: "try_again_later",
  bank_not_available: "try_again_later",
  bank_technical_error: "try_again_later",
  capture_failed: "try_again_later",
  credit_failed: "try_again_later",
  duplicate_request: "try_again_later",
  gateway_technical_error: "try_again_later",
  invalid_response_from_gateway: "try_again_later",
  issuer_technical_error: "try_again_later",
  mandate_creation_failed: "try_again_later",
  mandate_creation_timeout: "try_again_later",
  payment_declined_due_to_high_traffic: "try_again_later",
  payment_mandate_not_active: "try_again_later",
  payment_pending: "try_again_later",
  payment_pending_approval: "try_again_later",
  payment_timed_out: "try_again_later",
  psp_app_not_available: "try_again_later",
  psp_not_available: "try_again_later",
  reqauth_mandate_not_acknowledged: "try_again_later",
  request_timed_out: "try_again_later",
  server_error: "try_again_later",
  upi_app_technical_error: "try_again_later",
  verification_failed: "try_again_later",
  vpa_resolution_failed: "try_again_later",

  debit_declined: "debit_returned",

  collect_request_pending: "abandoned",
  mandate_creation_declined: "abandoned",
  mandate_creation_expired: "abandoned",
  payment_cancelled: "abandoned",
  payment_collect_request_expired: "abandoned",
  payment_session_expired: "abandoned",

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
