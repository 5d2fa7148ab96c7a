import type { CalendarDay } from "@/lib/values/calendar-day";
import type { CredentialState } from "@/lib/values/entry-reasons";
import type { Freeze } from "@/lib/values/membership-rules/freeze";
import type { DatedMembership } from "@/lib/values/membership-rules/status";
import type { VisitLimit } from "@/lib/values/membership-terms";
import type { OpeningHours } from "@/lib/values/opening-hours";
import type { Policies } from "@/lib/values/policies";
import type { CheckInMethod } from "@/lib/values/statuses";

/** All inputs of an entry decision as plain JSON: read from tables by the server, from a stored list by an offline desk. */
export type EntryFacts = {
  /** The time of entry: the time of the scan, or the time stated in the request. */
  now: string;
  /** When the server (or the offline desk) received the scan. More than five minutes after `now`: back-dated. */
  received_at: string;
  locale: string;
  location: EntryLocation;
  /** Members inside the location now. */
  occupancy: number;
  policy: Policies;
  credential: EntryCredential;
  /** Null if the credential matches no member of this organization. */
  member: EntryMember | null;
  memberships: EntryMembership[];
  open_visit: OpenVisit | null;
  /** The visit whose check-in is nearest to `now`, open or closed. */
  last_visit: EntryVisit | null;
};

export type EntryLocation = {
  id: string;
  name: string;
  time_zone: string;
  /** Null: no opening hours are set, so the location is always open. */
  opening_hours: OpeningHours | null;
  capacity: number | null;
};

type EntryCredential = {
  kind: CheckInMethod;
  state: CredentialState;
  /** For `replayed`: the visit that used this single-use pass. */
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

/** Has no status field: the status follows from the dates, so a late job changes nothing (E16). */
export type EntryMembership = Omit<DatedMembership, "freezes"> & {
  id: string;
  plan_name: string;
  freezes: readonly EntryFreeze[];
  /** Null: every location. */
  location_ids: string[] | null;
  /** Null: whenever the location is open. */
  access_hours: OpeningHours | null;
  /** What is open of invoices that were due before the day of entry, and the first of these due days. */
  overdue: { since_on: CalendarDay; amount_minor: number; currency: string } | null;
  quota: EntryQuota | null;
  /** The visit limits of its plan in the periods that contain `now`. */
  limits: EntryLimit[];
};

/** E4: a check-in never ends the freeze of a closure. */
export type EntryFreeze = Freeze & { ends_on_return?: boolean };

export type EntryQuota = {
  limit: number;
  used: number;
  /** I9: the first visit of a local day uses one session, further visits of that day none. */
  used_today: boolean;
};

export type EntryLimit = VisitLimit & {
  /** The period, both days included. */
  from_on: CalendarDay;
  to_on: CalendarDay;
  /** Visits, or days with a visit, of the period. */
  used: number;
  used_today: boolean;
};

type EntryVisit = { id: string; location_id: string; check_in_at: string; check_out_at: string | null };
export type OpenVisit = Omit<EntryVisit, "check_out_at">;
