import type { CalendarDay } from "./calendar-day";

type MovedDay = { from_on: CalendarDay | null; to_on: CalendarDay | null };

/** A moved next bill or end. Absent: it stays. */
type Moved = { next_bill?: MovedDay; end?: MovedDay };

/** Who pays, by name, as known on the day. */
export type NamedPayer = { kind: "member" | "company"; id: string; name: string };

export const acceptances = ["in_person", "signed_form", "email"] as const;
/** J3: how a payer agreed to pay. */
export type Acceptance = { how: (typeof acceptances)[number]; on: CalendarDay };

type Sold = { plan_name: string; price_minor: number; starts_on: CalendarDay; ends_on: CalendarDay | null };
type Relation = { membership_id: string };

/** What happened to a membership, with what a sentence about it needs. Rows of `membership_events` are made from it. */
export type Happening =
  | ({ kind: "sold"; payer?: NamedPayer; accepted?: Acceptance } & Sold)
  | ({ kind: "start_moved"; from_starts_on: CalendarDay; to_starts_on: CalendarDay } & Moved)
  | ({ kind: "frozen"; from_on: CalendarDay; to_on: CalendarDay | null } & Moved)
  | ({
      kind: "freeze_end_changed";
      from_on: CalendarDay;
      old_to_on: CalendarDay | null;
      to_on: CalendarDay | null;
    } & Moved)
  | ({ kind: "freeze_removed"; from_on: CalendarDay; to_on: CalendarDay | null } & Moved)
  | {
      kind: "plan_changed" | "plan_change_scheduled";
      from_plan: string;
      to_plan: string;
      price_minor: number;
      on: CalendarDay;
    }
  | { kind: "plan_change_undone"; plan_name: string; to_plan: string }
  | { kind: "price_scheduled" | "price_undone"; from_minor: number; price_minor: number; on: CalendarDay }
  | { kind: "cancelled"; cancelled_on: CalendarDay | null }
  | ({ kind: "cancellation_withdrawn"; cancelled_on: CalendarDay | null } & Moved)
  | { kind: "payer_changed"; from: NamedPayer; to: NamedPayer; accepted: Acceptance | null }
  | ({ kind: "renewed"; starts_on: CalendarDay; ends_on: CalendarDay | null } & Relation)
  | ({ kind: "renews"; ended_on: CalendarDay; payer?: NamedPayer } & Sold & Relation)
  | ({ kind: "transferred_to"; name: string; on: CalendarDay } & Relation)
  | ({ kind: "transferred_from"; name: string; on: CalendarDay } & Relation);

export const happeningKinds = [
  "sold",
  "start_moved",
  "frozen",
  "freeze_end_changed",
  "freeze_removed",
  "plan_changed",
  "plan_change_scheduled",
  "plan_change_undone",
  "price_scheduled",
  "price_undone",
  "cancelled",
  "cancellation_withdrawn",
  "payer_changed",
  "renewed",
  "renews",
  "transferred_to",
  "transferred_from",
] as const satisfies readonly Happening["kind"][];
export type HappeningKind = (typeof happeningKinds)[number];

/** Stored with every event: who did it, and a reason or another cause. */
export type HappeningNote = {
  by?: string | null;
  reason?: string | null;
  closure_id?: string;
  increase_id?: string;
};
