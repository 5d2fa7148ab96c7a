import type { Channel } from "./delivery";

export const messageCategories = ["transactional", "reminder", "marketing"] as const;
export type MessageCategory = (typeof messageCategories)[number];

/**
 * held: a person must act first. queued: is sent at `send_after`. unknown: the vendor may have accepted it, so it is not sent again.
 * A message never returns to an earlier state (isLaterState).
 */
export const messageStates = [
  "held",
  "queued",
  "sending",
  "unknown",
  "sent",
  "delivered",
  "failed",
  "suppressed",
  "cancelled",
] as const;
export type MessageState = (typeof messageStates)[number];

export const messageReasons = [
  "missing_variable",
  "no_address",
  "opted_out",
  "no_consent",
  "blocked_address",
  "no_provider",
  "provider_misconfigured",
  "rejected",
  "gave_up",
  "unclear_acceptance",
  "bounced",
  "complained",
  "archived_member",
  "cancelled_by_staff",
  "moved_to_other_channel",
  "no_longer_true",
] as const;
export type MessageReason = (typeof messageReasons)[number];

export const blockReasons = ["stop", "hard_bounce", "complaint", "dead_address", "staff"] as const;

export const languages = ["en", "hi", "es"] as const;
export type Language = (typeof languages)[number];

export const consentSources = ["staff", "member", "unsubscribe_link", "reply", "import"] as const;

type MessageKindFacts = {
  category: MessageCategory;
  /** P13: "civil" waits for the gym's message hours in the member's time zone. "any" is for responses to an action of the member. */
  hours: "civil" | "any";
  /** In order of priority, after the member's preferred channel. Only enabled channels with an address are used. */
  channels: readonly Channel[];
  /** Variables of this kind besides memberVariables. */
  variables: readonly string[];
};

/** Variables of every template. */
export const memberVariables = ["first_name", "full_name", "gym_name", "location_name", "member_code", "link"] as const;

/** Automatic messages to members. A new kind needs default texts in every language. */
export const messageKinds = {
  welcome: {
    category: "transactional",
    hours: "any",
    channels: ["email", "sms"],
    variables: ["plan_name", "starts_on"],
  },
  membership_expiring: {
    category: "reminder",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["plan_name", "ends_on", "days_left"],
  },
  membership_expired: {
    category: "reminder",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["plan_name", "ended_on"],
  },
  freeze_ended: {
    category: "transactional",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["plan_name", "resumes_on"],
  },
  cancellation_confirmed: {
    category: "transactional",
    hours: "any",
    channels: ["email", "sms"],
    variables: ["plan_name", "last_day_on", "final_amount"],
  },
  birthday: { category: "marketing", hours: "civil", channels: ["email", "push", "sms"], variables: [] },
  re_engagement: {
    category: "marketing",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["last_visit_on", "days_away"],
  },
  invoice_issued: {
    category: "transactional",
    hours: "any",
    channels: ["email", "push", "sms"],
    variables: ["invoice_number", "amount", "what_to_do"],
  },
  receipt: {
    category: "transactional",
    hours: "any",
    channels: ["email", "push", "sms"],
    variables: ["receipt_number", "amount", "received_on", "method"],
  },
  refund_receipt: {
    category: "transactional",
    hours: "any",
    channels: ["email", "push", "sms"],
    variables: ["receipt_number", "amount", "refunded_on", "method"],
  },
  credit_note_issued: {
    category: "transactional",
    hours: "any",
    channels: ["email", "push", "sms"],
    variables: ["credit_note_number", "amount", "what_happens"],
  },
  freeze_confirmed: {
    category: "transactional",
    hours: "any",
    channels: ["email", "push", "sms"],
    variables: ["plan_name", "from_on", "until", "next_bill"],
  },
  plan_change_confirmed: {
    category: "transactional",
    hours: "any",
    channels: ["email", "push", "sms"],
    variables: ["plan_name", "effective_on", "price", "interval", "next_bill"],
  },
  price_increase_notice: {
    category: "transactional",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["plan_name", "old_price", "new_price", "interval", "first_bill_on"],
  },
  payment_reminder: {
    category: "transactional",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["amount", "summary", "invoices", "how_to_pay"],
  },
  payment_failed: {
    category: "transactional",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["amount", "invoices", "what_next", "pay_link"],
  },
  payment_link: {
    category: "transactional",
    hours: "any",
    channels: ["email", "sms"],
    variables: ["invoice_number", "amount", "pay_link", "valid_until_on"],
  },
  card_requested: {
    category: "transactional",
    hours: "any",
    channels: ["email", "push", "sms"],
    variables: ["card_link"],
  },
  card_expiring: {
    category: "transactional",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["card", "expires_on", "card_link"],
  },
  payment_method_ended: {
    category: "transactional",
    hours: "any",
    channels: ["email", "push", "sms"],
    variables: ["card", "card_link"],
  },
} as const satisfies Record<string, MessageKindFacts>;

export type MessageKind = keyof typeof messageKinds;
export const messageKindNames = Object.keys(messageKinds) as MessageKind[];

/** Kinds in the message log: the above, bulk messages, messages written by staff, and tests. */
export const loggedKinds = [...messageKindNames, "bulk", "direct", "test"] as const;
export type LoggedKind = (typeof loggedKinds)[number];

export const bulkStates = ["scheduled", "preparing", "sending", "done", "cancelled", "failed"] as const;
export type BulkState = (typeof bulkStates)[number];

export const scheduleNames = [
  "renewals",
  "membership-expiring",
  "membership-expired",
  "freeze-ended",
  "birthday",
  "inactive-members",
  "re-engagement",
  "revenue-recognition",
  "credit-expiry",
  "late-fees",
  "payment-reminders",
  "price-increase-notices",
  "card-expiry",
] as const;
export type ScheduleName = (typeof scheduleNames)[number];

export type ScheduleTime = { time: string; weekday: number | null };

/** In the location's time zone. Organizations may change time and weekday (1 is Monday). */
export const scheduleDefaults: Record<ScheduleName, ScheduleTime> = {
  renewals: { time: "02:00", weekday: null },
  "membership-expiring": { time: "08:00", weekday: null },
  "membership-expired": { time: "00:30", weekday: null },
  "freeze-ended": { time: "00:15", weekday: null },
  birthday: { time: "09:00", weekday: null },
  "inactive-members": { time: "10:00", weekday: 1 },
  "re-engagement": { time: "11:00", weekday: 1 },
  "revenue-recognition": { time: "02:30", weekday: null },
  // Before the renewals, which use what is left.
  "credit-expiry": { time: "00:45", weekday: null },
  // Before the reminders, which then name the fee.
  "late-fees": { time: "08:30", weekday: null },
  "payment-reminders": { time: "09:00", weekday: null },
  "price-increase-notices": { time: "09:00", weekday: null },
  "card-expiry": { time: "09:00", weekday: null },
};

export const scheduleRunStates = ["running", "done", "failed"] as const;

export const noticeKinds = [
  "inactive_members",
  "provider_failing",
  "bulk_finished",
  "bulk_failed",
  "schedule_failed",
  "schedule_caught_up",
  "import_failed",
  "job_failed",
  "gateway_failing",
  "payment_mismatch",
  "refund_failed",
  "payment_disputed",
  "dunning_stopped",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const stage: Record<MessageState, number> = {
  held: 0,
  queued: 0,
  sending: 1,
  unknown: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  suppressed: 7,
  cancelled: 7,
};

type StateAndReason = { state: MessageState; reason: MessageReason | null };

/** A bounce may follow "delivered". Any other failure after "delivered" is an outdated report. */
const stageOf = ({ state, reason }: StateAndReason): number =>
  state === "failed" && reason === "bounced" ? 6 : stage[state];

/** Reports arrive late, repeatedly and in any order. Only later states are accepted, so that the final state does not depend on it. */
export const isLaterState = (from: StateAndReason, to: StateAndReason): boolean => stageOf(to) > stageOf(from);
