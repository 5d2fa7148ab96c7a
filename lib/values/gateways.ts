/** The vendors that move money. The sandbox moves none: it is for trying out. */
export const gatewayVendors = ["sandbox", "stripe", "razorpay"] as const;
export type GatewayVendor = (typeof gatewayVendors)[number];

/** What a payer pays with through a gateway. */
export const gatewayMethodKinds = ["card", "wallet", "bank_debit", "upi", "netbanking"] as const;
export type GatewayMethodKind = (typeof gatewayMethodKinds)[number];

/** K11: what a payer chooses to give a mandate with, at gateways that register each kind in its own way. */
export const mandateMethodKinds = ["card", "upi"] as const;
export type MandateMethodKind = (typeof mandateMethodKinds)[number];

/**
 * The state of one attempt to collect an invoice.
 * - `reserved`: stored, and the gateway may have been called. Its answer is not known.
 * - `requires_action`: the payer must do something, such as confirm with the bank.
 * - `processing`: the gateway accepted it, and the money comes later or not at all (K10).
 */
export const attemptStatuses = [
  "reserved",
  "requires_action",
  "processing",
  "succeeded",
  "failed",
  "canceled",
] as const;
export type AttemptStatus = (typeof attemptStatuses)[number];

/** Who or what began an attempt. */
export const attemptOrigins = ["renewal", "retry", "new_method", "staff", "desk", "link", "member"] as const;
export type AttemptOrigin = (typeof attemptOrigins)[number];

/** Why a payment failed, in the same words for every gateway. */
export const declineCodes = [
  "insufficient_funds",
  "generic_decline",
  "expired_card",
  "incorrect_details",
  "authentication_required",
  "authentication_failed",
  "limit_exceeded",
  "lost_or_stolen",
  "account_closed",
  "mandate_revoked",
  "method_not_supported",
  "suspected_fraud",
  "try_again_later",
  "debit_returned",
  "abandoned",
] as const;
export type DeclineCode = (typeof declineCodes)[number];

/** K3: after these, the same method is not tried again. */
export const hardDeclines: ReadonlySet<DeclineCode> = new Set<DeclineCode>([
  "expired_card",
  "authentication_required",
  "lost_or_stolen",
  "account_closed",
  "mandate_revoked",
  "method_not_supported",
  "suspected_fraud",
]);

/** Hard declines after which the method never works again, for any invoice. */
export const finalDeclines: ReadonlySet<DeclineCode> = new Set<DeclineCode>([
  "lost_or_stolen",
  "account_closed",
  "mandate_revoked",
]);

export const refundStatuses = ["pending", "succeeded", "failed"] as const;
export type RefundStatus = (typeof refundStatuses)[number];

/** A `warning` is an inquiry: no money was taken back yet. */
export const disputeStatuses = ["warning", "needs_response", "under_review", "won", "lost"] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

export const webhookStatuses = ["received", "processed", "ignored", "quarantined", "failed"] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

export const payoutStatuses = ["pending", "paid", "failed"] as const;
export type PayoutStatus = (typeof payoutStatuses)[number];

export const balanceItemKinds = ["payment", "refund", "dispute", "fee", "adjustment"] as const;

export const setupStatuses = ["reserved", "requires_action", "processing", "succeeded", "failed", "canceled"] as const;

/** Who runs the cycle of memberships at a connection: FitFlow charges each invoice, or the gateway bills by itself. */
export const billingCycles = ["fitflow", "gateway"] as const;

/**
 * The state of a subscription that the gateway runs.
 * - `reserved`: stored, and the gateway may have been called.
 * - `requires_action`: the payer must allow it at the gateway.
 * - `overdue`: a bill is unpaid, and the gateway tries again by its own rules.
 */
export const subscriptionStatuses = [
  "reserved",
  "requires_action",
  "active",
  "overdue",
  "paused",
  "canceled",
  "failed",
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

export const subscriptionEndReasons = [
  "by_staff",
  "membership_ended",
  "payer_changed",
  "by_gateway",
  "not_started",
] as const;
export type SubscriptionEndReason = (typeof subscriptionEndReasons)[number];

/** `failed`: a try was declined, and the gateway tries again or gave up. */
export const subscriptionBillStatuses = ["open", "failed", "paid", "void"] as const;
export type SubscriptionBillStatus = (typeof subscriptionBillStatuses)[number];

/** Why a saved method is not charged any more. */
export const methodEndReasons = [
  "removed",
  "removed_at_gateway",
  "mandate_revoked",
  "disputed",
  "expired",
  "refused_for_good",
] as const;

/** K20: the payer gets a message this many days before the last day of a card. */
export const cardExpiryDays = [30, 7] as const;
