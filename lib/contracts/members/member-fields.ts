import { z } from "zod";
import { count, flag, id, instantOut, listOf, text, version } from "@/lib/contracts/fields";
import { memberTag } from "@/lib/values/member-tag";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { emailAddress } from "@/lib/values/schemas/email";
import { channel, consentSource, language } from "@/lib/values/schemas/notifications";
import { phoneNumber } from "@/lib/values/schemas/phone";
import { gender, memberStatus } from "@/lib/values/schemas/statuses";

/** The filters of the list, its counts, the export and saved segments. */
export const memberFilters = {
  q: z.string().trim().max(100).optional(),
  /** Members that were chosen by hand, such as for an export. */
  member_id: listOf(id).optional(),
  status: listOf(memberStatus).optional(),
  location_id: id.optional(),
  plan_id: listOf(id).optional(),
  tag: listOf(memberTag).optional(),
  joined_from: calendarDay.optional(),
  joined_to: calendarDay.optional(),
  last_visit_before: calendarDay.optional(),
  birth_month: count(1, 12).optional(),
  birthday_on: calendarDay.optional(),
  is_banned: flag.optional(),
  archived: z.enum(["no", "only", "any"]).optional(),
};

/** The most important fact about a member's status, for a column. */
export const nextFact = z.object({
  kind: z.enum(["renews", "ends", "returns", "until", "ended", "starts", "overdue", "sessions_left"]),
  on: calendarDay.nullable(),
  sessions_left: z.int().nullable(),
  sessions_included: z.int().nullable(),
});

const name = {
  id,
  member_code: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  photo_url: z.string().nullable(),
  tags: z.array(z.string()),
  home_location_id: id,
  joined_on: calendarDay,
  banned_at: instantOut.nullable(),
  archived_at: instantOut.nullable(),
};

const standing = {
  /** On the current local day of the home location. */
  status: memberStatus,
  next: nextFact.nullable(),
  plan_names: z.array(z.string()),
  last_visit_at: instantOut.nullable(),
};

export const memberRow = z.object({
  ...name,
  ...standing,
  /** Visits in each of the last eight weeks, oldest first; the last week ends today. */
  weekly_visits: z.array(z.int()).length(8),
});

export const healthFlag = z.enum(["unknown", "clear", "pending_clearance", "renewal_due"]);

export const member = z.object({
  ...name,
  ...standing,
  is_phone_known: z.boolean().nullable(),
  birth_on: calendarDay.nullable(),
  gender: gender.nullable(),
  address: z.string().nullable(),
  notes: z.string().nullable(),
  emergency_contact_name: z.string().nullable(),
  emergency_contact_phone: z.string().nullable(),
  emergency_contact_relation: z.string().nullable(),
  /** The recipient of a minor's messages. */
  guardian_name: z.string().nullable(),
  guardian_email: z.string().nullable(),
  guardian_phone: z.string().nullable(),
  /** Tried first; null: the order of the kind of message. */
  preferred_channel: channel.nullable(),
  /** Null: the organization's locale. */
  language: language.nullable(),
  marketing_consent_at: instantOut.nullable(),
  marketing_consent_source: consentSource.nullable(),
  waiver_signed_at: instantOut.nullable(),
  guardian_signed_at: instantOut.nullable(),
  ban_reason: z.string().nullable(),
  /** Omitted for roles without access. Says whether a doctor's clearance is required, not why. */
  health_flag: healthFlag.optional(),
  has_login: z.boolean(),
  visits: z.int(),
  /** The location that the member is inside of; null otherwise. */
  in_gym: z.object({ location_id: id, since: instantOut }).nullable(),
  created_at: instantOut,
  updated_at: instantOut,
  version,
});

/** The fields of a member that staff can write. */
export const memberInput = {
  first_name: text(80),
  last_name: z.string().trim().max(80),
  email: emailAddress.nullable(),
  phone: phoneNumber.nullable(),
  birth_on: calendarDay.nullable(),
  gender: gender.nullable(),
  address: text(300).nullable(),
  notes: text(4_000).nullable(),
  tags: z.array(memberTag).max(30),
  home_location_id: id,
  joined_on: calendarDay,
  emergency_contact_name: text(160).nullable(),
  emergency_contact_phone: phoneNumber.nullable(),
  emergency_contact_relation: text(60).nullable(),
  guardian_name: text(160).nullable(),
  guardian_email: emailAddress.nullable(),
  guardian_phone: phoneNumber.nullable(),
  preferred_channel: channel.nullable(),
  language: language.nullable(),
  has_marketing_consent: z.boolean(),
  has_signed_waiver: z.boolean(),
  has_guardian_signature: z.boolean(),
};
