import type { CalendarDay } from "@/lib/values/calendar-day";
import type { CredentialState } from "@/lib/values/entry-reasons";
import type { DatedMembership } from "@/lib/values/membership-rules/status";
import type { OpeningHours } from "@/lib/values/opening-hours";
import type { Policies } from "@/lib/values/policies";
import type { CheckInMethod } from "@/lib/values/statuses";

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
  policy: Policies;
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

/** It has no status: everything follows from its dates, so that a late job changes nothing (E16). */
export type EntryMembership = DatedMembership & {
  id: string;
  plan_name: string;
  /** Null: every location. */
  location_ids: string[] | null;
  /** Null: whenever the location is open. */
  access_hours: OpeningHours | null;
  arrears: { since_on: CalendarDay; amount_minor: number; currency: string } | null;
  quota: EntryQuota | null;
};

export type EntryQuota = {
  period: "membership" | "day" | "week" | "month";
  limit: number;
  /** Taken in the period that `now` falls into. */
  used: number;
  /** I9: the first visit of a local day takes one, the others none. */
  used_today: boolean;
};

type EntryVisit = { id: string; location_id: string; check_in_at: string; check_out_at: string | null };
export type OpenVisit = Omit<EntryVisit, "check_out_at">;
