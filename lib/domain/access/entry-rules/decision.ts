import type { CalendarDay } from "@/lib/values/calendar-day";
import type { EntryReason, EntryWarningCode } from "@/lib/values/entry-reasons";

export type EntryWarning = {
  code: EntryWarningCode;
  tone: "info" | "warn";
  /** Short, for the desk: "Ends in 5 days". */
  title: string;
  tell_staff: string;
  /** Null: for staff only. */
  tell_member: string | null;
};

/** What the check-in writes. On a refusal: what it writes after an override. */
export type VisitStep =
  | { step: "open"; closes: { visit_id: string; check_out_at: string } | null }
  /** A repeated scan: respond with this visit and write none. */
  | { step: "same"; visit_id: string }
  /** Back-dated: a visit that has ended and does not count as inside. */
  | { step: "record_past"; check_out_at: string };

/** E4: the freeze that an entry with this membership ends. */
export type EndedFreeze = { membership_id: string; plan_name: string; from_on: CalendarDay; to_on: CalendarDay | null };

type DecisionBase = {
  /** The reason in a few words: "Frozen until 12 Mar". */
  title: string;
  tell_member: string;
  tell_staff: string;
  warnings: EntryWarning[];
  visit: VisitStep;
  /** What the entry ends. On a refusal: what it ends after an override. */
  ends_freeze: EndedFreeze | null;
};

export type EntryDecision =
  | (DecisionBase & {
      outcome: "allowed";
      reason: null;
      membership_id: string | null;
      /** Sessions that the visit uses; an undo returns them. */
      quota_units: 0 | 1;
    })
  | (DecisionBase & {
      outcome: "denied";
      reason: EntryReason;
      is_overridable: boolean;
      /** The membership that the reason is about. */
      membership_id: string | null;
      quota_units: 0;
    });
