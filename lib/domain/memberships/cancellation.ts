import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { billDayFrom, type Interval } from "@/lib/values/membership-term";

type Cancellable = Interval & {
  ends_on: CalendarDay | null;
  next_bill_on: CalendarDay | null;
  anchor_day: number;
};

/** F1: the first day without access. At the end of the period it is the next billing day. */
export function cancelledOn(membership: Cancellable, when: "now" | "period_end", today: CalendarDay): CalendarDay {
  if (when === "now") return today;
  const { ends_on, next_bill_on, anchor_day } = membership;
  if (ends_on) return addDays(ends_on, 1);
  return next_bill_on ? billDayFrom(next_bill_on, anchor_day, membership, today) : today;
}
