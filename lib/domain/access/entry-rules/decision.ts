import type { EntryReason, EntryWarningCode } from "@/lib/values/entry-reasons";

export type EntryWarning = {
  code: EntryWarningCode;
  tone: "info" | "warn";
  /** Short, for the desk's strip: "Ends in 5 days". */
  title: string;
  tell_staff: string;
  /** Null: for staff only. */
  tell_member: string | null;
};

/** What the caller writes down. On a refusal: what it writes down if staff let the member in. */
export type VisitStep =
  | { step: "open"; closes: { visit_id: string; check_out_at: string } | null }
  /** Already counted: answer with this visit, write none. */
  | { step: "same"; visit_id: string }
  /** Back-dated: a visit that is over, so nobody is counted as inside. */
  | { step: "record_past"; check_out_at: string };

type Answer = {
  /** The reason in a few words: "Frozen until 12 Mar". */
  title: string;
  tell_member: string;
  tell_staff: string;
  warnings: EntryWarning[];
  visit: VisitStep;
};

export type EntryDecision =
  | (Answer & {
      outcome: "allowed";
      reason: null;
      membership_id: string | null;
      /** Uses to take from the membership's quota; an undo gives them back. */
      quota_units: 0 | 1;
    })
  | (Answer & {
      outcome: "denied";
      reason: EntryReason;
      is_overridable: boolean;
      /** The membership that the reason speaks of. */
      membership_id: string | null;
      quota_units: 0;
    });
