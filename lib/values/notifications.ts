import { z } from "zod";
import { type Channel, channels } from "./delivery";

export const messageCategories = ["transactional", "reminder", "marketing"] as const;
export const messageCategory = z.enum(messageCategories);
export type MessageCategory = (typeof messageCategories)[number];

/**
 * held: a person has to act first. queued: goes out by itself at `send_after`. unknown: the vendor may have taken it, so it is
 * not sent again. A later state never gives way to an earlier one (see laterState).
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
export const messageState = z.enum(messageStates);
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
export const messageReason = z.enum(messageReasons);
export type MessageReason = (typeof messageReasons)[number];

export const blockReasons = ["stop", "hard_bounce", "complaint", "dead_address", "staff"] as const;
export const blockReason = z.enum(blockReasons);

export const languages = ["en", "hi", "es"] as const;
export const language = z.enum(languages);
export type Language = (typeof languages)[number];

export const consentSources = ["staff", "member", "unsubscribe_link", "reply", "import"] as const;
export const consentSource = z.enum(consentSources);

type MessageKindFacts = {
  category: MessageCategory;
  /** P13: "civil" waits for the hours that the gym allows, by the member's clock; "any" answers what the member has just done. */
  hours: "civil" | "any";
  /** In this order, after the member's preferred one; those that the organization has switched on and that reach the member. */
  channels: readonly Channel[];
  /** What a template of this kind may name beside memberVariables. */
  variables: readonly string[];
};

/** Every template may greet, name the gym and link to the member's own pages. */
export const memberVariables = ["first_name", "full_name", "gym_name", "location_name", "member_code", "link"] as const;

/** What the product writes to members by itself. An area that adds a kind adds its default texts in every language. */
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
    variables: ["plan_name", "last_day_on"],
  },
  birthday: { category: "marketing", hours: "civil", channels: ["email", "push", "sms"], variables: [] },
  re_engagement: {
    category: "marketing",
    hours: "civil",
    channels: ["email", "push", "sms"],
    variables: ["last_visit_on", "days_away"],
  },
} as const satisfies Record<string, MessageKindFacts>;

export type MessageKind = keyof typeof messageKinds;
export const messageKindNames = Object.keys(messageKinds) as MessageKind[];
export const messageKind = z.enum(messageKindNames);

/** A kind's name in the log: one of the above, a bulk message, one that somebody wrote by hand, or a test. */
export const loggedKind = z.enum([...messageKindNames, "bulk", "direct", "test"]);
export type LoggedKind = z.infer<typeof loggedKind>;

export const bulkStates = ["scheduled", "preparing", "sending", "done", "cancelled", "failed"] as const;
export const bulkState = z.enum(bulkStates);
export type BulkState = (typeof bulkStates)[number];

export const scheduleNames = [
  "membership-expiring",
  "membership-expired",
  "freeze-ended",
  "birthday",
  "inactive-members",
  "re-engagement",
] as const;
export const scheduleName = z.enum(scheduleNames);
export type ScheduleName = (typeof scheduleNames)[number];

export type ScheduleTime = { time: string; weekday: number | null };

/** When each runs, in the location's own time; an organization may change the time and the weekday (1 is Monday). */
export const scheduleDefaults: Record<ScheduleName, ScheduleTime> = {
  "membership-expiring": { time: "08:00", weekday: null },
  "membership-expired": { time: "00:30", weekday: null },
  "freeze-ended": { time: "00:15", weekday: null },
  birthday: { time: "09:00", weekday: null },
  "inactive-members": { time: "10:00", weekday: 1 },
  "re-engagement": { time: "11:00", weekday: 1 },
};

export const scheduleRunStates = ["running", "done", "failed"] as const;
export const scheduleRunState = z.enum(scheduleRunStates);

export const noticeKinds = [
  "inactive_members",
  "provider_failing",
  "bulk_finished",
  "bulk_failed",
  "schedule_failed",
  "import_failed",
  "job_failed",
] as const;
export const noticeKind = z.enum(noticeKinds);
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

type Standing = { state: MessageState; reason: MessageReason | null };

/** A server that took a mail in may send it back: that is news after "delivered", while any other failure is late. */
const stageOf = ({ state, reason }: Standing): number =>
  state === "failed" && reason === "bounced" ? 6 : stage[state];

/** Reports of a vendor come late, twice and in any order: a message only moves on, so that its last state is the same in each. */
export const isLaterState = (from: Standing, to: Standing): boolean => stageOf(to) > stageOf(from);

export const channel = z.enum(channels);
