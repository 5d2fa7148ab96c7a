import type { Channel } from "@/lib/values/delivery";
import type { LoggedKind, MessageCategory, MessageReason, MessageState } from "@/lib/values/notifications";

export const stateWords: Record<MessageState, string> = {
  held: "Held",
  queued: "Waiting",
  sending: "Sending",
  unknown: "Unclear",
  sent: "Sent",
  delivered: "Delivered",
  failed: "Failed",
  suppressed: "Not sent",
  cancelled: "Cancelled",
};

export const channelWords: Record<Channel, string> = {
  email: "Email",
  sms: "Text message",
  whatsapp: "WhatsApp",
  push: "Push",
};

/** As one column of a matrix: the word has to fit above a switch. */
export const shortChannelWords: Record<Channel, string> = { ...channelWords, sms: "Text" };

export const categoryWords: Record<MessageCategory, string> = {
  transactional: "Necessary",
  reminder: "Reminders",
  marketing: "Offers and news",
};

export const kindWords: Record<LoggedKind, string> = {
  welcome: "Welcome",
  membership_expiring: "Membership ends soon",
  membership_expired: "Membership has ended",
  freeze_ended: "Freeze is over",
  cancellation_confirmed: "Cancellation confirmed",
  birthday: "Birthday",
  re_engagement: "We miss you",
  bulk: "Bulk message",
  direct: "Written by hand",
  test: "Test",
};

export const reasonWords: Record<MessageReason, string> = {
  missing_variable: "Something in the text is not known",
  no_address: "No address on this channel",
  opted_out: "Said no to this",
  no_consent: "Has not agreed to offers and news",
  blocked_address: "The address is blocked",
  no_provider: "No provider carries this channel",
  provider_misconfigured: "The provider refuses the credentials",
  rejected: "The provider refused it",
  gave_up: "The provider did not take it for 24 hours",
  unclear_acceptance: "The provider did not answer",
  bounced: "It bounced",
  complained: "Marked as spam",
  archived_member: "Is archived",
  cancelled_by_staff: "Stopped by the team",
  moved_to_other_channel: "Went out another way",
  no_longer_true: "No longer true",
};

/** What somebody of the team may send once more. */
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
