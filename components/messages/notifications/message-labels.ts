import type { Channel } from "@/lib/values/delivery";
import type { LoggedKind, MessageCategory, MessageReason, MessageState } from "@/lib/values/notifications";

export const stateLabels: Record<MessageState, string> = {
  held: "Held",
  queued: "Waiting",
  sending: "Sending",
  unknown: "Unknown",
  sent: "Sent",
  delivered: "Delivered",
  failed: "Failed",
  suppressed: "Not sent",
  cancelled: "Cancelled",
};

export const channelLabels: Record<Channel, string> = {
  email: "E-mail",
  sms: "Text message",
  whatsapp: "WhatsApp",
  push: "Push",
};

/** Short labels for the columns of the preference matrix. */
export const shortChannelLabels: Record<Channel, string> = { ...channelLabels, sms: "Text" };

export const categoryLabels: Record<MessageCategory, string> = {
  transactional: "Essential",
  reminder: "Reminders",
  marketing: "Offers and news",
};

export const kindLabels: Record<LoggedKind, string> = {
  welcome: "Welcome",
  membership_expiring: "Membership ending soon",
  membership_expired: "Membership ended",
  freeze_ended: "Freeze ended",
  cancellation_confirmed: "Cancellation confirmed",
  birthday: "Birthday",
  re_engagement: "We miss you",
  invoice_issued: "Invoice",
  receipt: "Receipt",
  refund_receipt: "Receipt of a refund",
  credit_note_issued: "Credit note",
  freeze_confirmed: "Freeze confirmed",
  plan_change_confirmed: "Plan change confirmed",
  price_increase_notice: "New price",
  payment_reminder: "Payment reminder",
  payment_link: "Link to pay",
  card_requested: "Card asked for",
  card_expiring: "Card expires",
  payment_method_ended: "Payment method ended",
  payment_failed: "Failed payment",
  bulk: "Bulk message",
  direct: "Direct message",
  test: "Test",
};

export const reasonLabels: Record<MessageReason, string> = {
  missing_variable: "A variable has no value",
  no_address: "No address for this channel",
  opted_out: "Opted out",
  no_consent: "No marketing consent",
  blocked_address: "Address is blocked",
  no_provider: "No provider for this channel",
  provider_misconfigured: "Provider rejects the credentials",
  rejected: "Rejected by the provider",
  gave_up: "Not accepted within 24 hours",
  unclear_acceptance: "No answer from the provider",
  bounced: "Bounced",
  complained: "Marked as spam",
  archived_member: "Member is archived",
  cancelled_by_staff: "Stopped by staff",
  moved_to_other_channel: "Sent on another channel",
  no_longer_true: "No longer applies",
};

/** True for messages that staff may send again. */
export const isRetryable = (state: MessageState): boolean =>
  state === "held" || state === "failed" || state === "unknown";

const vendorWords: Record<string, string> = {
  local: "this server's outbox",
  resend: "Resend",
  sendgrid: "SendGrid",
  smtp: "the mail server",
  twilio: "Twilio",
  firebase: "Firebase",
};

export const vendorName = (vendor: string): string => vendorWords[vendor] ?? vendor;
