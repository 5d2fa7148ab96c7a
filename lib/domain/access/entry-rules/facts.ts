import type { CalendarDay } from "@/lib/values/calendar-day";
import type { CredentialState } from "@/lib/values/entry-reasons";
import type { OpeningHours } from "@/lib/values/opening-hours";
import type { CheckInMethod, MembershipStatus } from "@/lib/values/statuses";

/** Everything that an entry depends on, as plain JSON: the server reads it from tables, a desk without network from its saved list. */
export type EntryFacts = {
  /** The moment of entry that is judged: the scan, or the time that was claimed for it. */
  now: string;
  /** When the server (or the desk without network) received it. Well after `now`: back-dated. */
  received_at: string;
  locale: string;
  location: EntryLocation;
  /** Members inside the location now. */
  occupancy: number;
  policy: EntryPolicy;
  credential: EntryCredential;
  /** Null where the code led to nobody of this organization. */
  member: EntryMember | null;
  memberships: EntryMembership[];
  open_visit: OpenVisit | null;
  /** The visit whose check-in lies nearest to `now`, open or not. */
  last_visit: EntryVisit | null;
};

export type EntryLocation = {
  id: string;
  name: string;
  time_zone: string;
  /** Null: not kept, so always open. */
  opening_hours: OpeningHours | null;
  capacity: number | null;
};

export type EntryPolicy = {
  /** A second scan inside this time and without exit belongs to the visit that is open. */
  anti_passback_minutes: number;
  second_entry: "same_visit" | "deny";
  /** The same single-use pass read twice by one scanner. */
  double_read_seconds: number;
  max_visit_minutes: number;
  overdue_grace_days: number;
  /** An open amount from which entry is refused whatever its age; null: days decide alone. */
  overdue_amount_minor: number | null;
  overdue_blocks: "membership" | "person";
  expiring_days: number;
  without_membership: "deny" | "warn";
  waiver: "off" | "warn" | "block";
  guardian: "off" | "warn" | "block";
  adult_age: number;
  full_house: "off" | "warn" | "deny";
  closed_entry: "off" | "warn" | "deny";
};

export const defaultEntryPolicy: EntryPolicy = {
  anti_passback_minutes: 10,
  second_entry: "same_visit",
  double_read_seconds: 10,
  max_visit_minutes: 120,
  overdue_grace_days: 7,
  overdue_amount_minor: null,
  overdue_blocks: "membership",
  expiring_days: 14,
  without_membership: "deny",
  waiver: "warn",
  guardian: "block",
  adult_age: 18,
  full_house: "warn",
  closed_entry: "warn",
};

type EntryCredential = {
  kind: CheckInMethod;
  state: CredentialState;
  /** For `replayed`: the visit that this single-use pass opened. */
  used_by_visit_id: string | null;
};

export type EntryMember = {
  id: string;
  first_name: string;
  is_archived: boolean;
  ban: { reason: string } | null;
  birth_on: CalendarDay | null;
  waiver_signed_at: string | null;
  guardian_signed_at: string | null;
  visits_before: number;
};

export type EntryMembership = {
  id: string;
  plan_name: string;
  /** `pending` is believed and `cancelled` names the reason; all else follows from the dates, so that a late job changes nothing. */
  status: MembershipStatus;
  starts_on: CalendarDay;
  /** The last day that admits; null: open-ended. */
  ends_on: CalendarDay | null;
  /** The first day that no longer admits after a cancellation at once; one at the end of the period only has `ends_on`. */
  cancelled_on: CalendarDay | null;
  /** Both days are frozen days; `to_on` null: no return date yet. */
  frozen_periods: { from_on: CalendarDay; to_on: CalendarDay | null }[];
  /** Null: every location. */
  location_ids: string[] | null;
  /** Null: whenever the location is open. */
  access_hours: OpeningHours | null;
  arrears: { since_on: CalendarDay; amount_minor: number; currency: string } | null;
  quota: EntryQuota | null;
};

export type EntryQuota = {
  /** `visits`: each visit takes one. `days`: the first visit of a local day takes one. */
  kind: "visits" | "days";
  period: "membership" | "day" | "week" | "month";
  limit: number;
  /** Taken in the period that `now` falls into. */
  used: number;
  used_today: boolean;
};

type EntryVisit = { id: string; location_id: string; check_in_at: string; check_out_at: string | null };
export type OpenVisit = Omit<EntryVisit, "check_out_at">;
