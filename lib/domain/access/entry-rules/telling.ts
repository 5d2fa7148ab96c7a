import type { CalendarDay } from "@/lib/values/calendar-day";
import type { EntryReason } from "@/lib/values/entry-reasons";
import type { EntryFacts, EntryMembership } from "./facts";

/** The member hears what they may do and no amount or ban aloud; staff hear what to do about it. */
export type Telling = { title: string; tell_member: string; tell_staff: string };

export type Refusal = {
  reason: EntryReason;
  facts: EntryFacts;
  today: CalendarDay;
  /** The membership that was judged; null where the person or the code was. */
  membership: EntryMembership | null;
};

export const SEE_THE_DESK = "Please see the desk.";
