import type { BillingState } from "@/lib/values/billing-state";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { isFrozenOn } from "./frozen-days";
import { refuse } from "./refusal";

/** Refuses what has ended on `day`. */
export function checkLive({ cancelled_on, ends_on, freezes }: BillingState, day: CalendarDay): void {
  if (cancelled_on !== null && cancelled_on <= day) refuse("cancelled");
  if (ends_on !== null && ends_on < day && !isFrozenOn(freezes, day)) refuse("ended");
}
