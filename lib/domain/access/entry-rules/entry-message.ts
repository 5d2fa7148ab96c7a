import type { CalendarDay } from "@/lib/values/calendar-day";
import type { EntryReason } from "@/lib/values/entry-reasons";
import type { EntryFacts, EntryMembership } from "./facts";

/** The member's text names no amount and no ban, because others may hear or see it. The staff's text says what to do. */
export type EntryMessage = { title: string; tell_member: string; tell_staff: string };

/** What the texts of a refusal are composed from. */
export type EntryMessageInput = {
  reason: EntryReason;
  facts: EntryFacts;
  today: CalendarDay;
  /** The membership that gave the reason; null if the reason is about the person or the code. */
  membership: EntryMembership | null;
};

export const SEE_THE_DESK = "Please see the desk.";
