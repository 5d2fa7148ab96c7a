import type { CalendarDay } from "@/lib/values/calendar-day";

/** The first day on which an unpaid invoice of the membership is due; null without one. */
export type Unpaid = { unpaid_due_on: CalendarDay | null };

/** L14: an invoice is overdue from the day after its due day. Null: nothing is overdue on `day`. */
export const overdueSince = ({ unpaid_due_on }: Unpaid, day: CalendarDay): CalendarDay | null =>
  unpaid_due_on !== null && unpaid_due_on < day ? unpaid_due_on : null;
