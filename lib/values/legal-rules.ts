import { addDays, type CalendarDay, weekdayOf } from "./calendar-day";
import type { CancelReason } from "./membership-terms";

export type CoolingOff = {
  /** The day of the event is not counted; the last day is included. */
  days: number;
  counted: "calendar" | "business";
  from: "sale" | "first_use";
  /** Sold online: without a member of the staff, on the member's own pages. */
  applies_to: "everyone" | "sold_online";
  /** A last day on a weekend becomes the next Monday. */
  moves_off_weekends: boolean;
};

export const onlineCancellations = ["off", "sold_online", "everyone"] as const;

/** What the law, or the gym's promise, says about the end of memberships. */
export type LegalRules = {
  cooling_off: CoolingOff | null;
  /** The longest notice that a plan can demand; null: no limit. */
  max_notice_days: number | null;
  /** F3: who can cancel on the member's own pages. */
  online_cancellation: (typeof onlineCancellations)[number];
  /** F10: the reasons that end a membership before its minimum term and notice. */
  overriding_reasons: CancelReason[];
  /** F10: staff must note what proof they have seen. */
  needs_proof: boolean;
};

/** Rules of which an owner has not confirmed any. */
export const rulesWithoutLaw: LegalRules = {
  cooling_off: null,
  max_notice_days: null,
  online_cancellation: "off",
  overriding_reasons: ["relocation", "medical", "death"],
  needs_proof: false,
};

export const legalProfileCodes = ["california", "us", "germany", "eu", "uk", "india", "none"] as const;
export type LegalProfileCode = (typeof legalProfileCodes)[number];

/** As a legal entity stores them, with the profile that they began with. */
export type StoredLegalRules = LegalRules & { profile: LegalProfileCode; confirmed_at: string };

/** Saturdays and Sundays are no business days. Public holidays are not known here, so a period is never too short by them alone. */
const isWeekend = (day: CalendarDay): boolean => weekdayOf(day) > 5;

/** F4: the last day of the cooling-off period that begins with an event of `event_on`. */
export function coolingOffEnd(
  { days, counted, moves_off_weekends }: Pick<CoolingOff, "days" | "counted" | "moves_off_weekends">,
  event_on: CalendarDay,
): CalendarDay {
  let end = event_on;
  if (counted === "calendar") end = addDays(event_on, days);
  else for (let left = days; left > 0; left -= isWeekend(end) ? 0 : 1) end = addDays(end, 1);
  while (moves_off_weekends && isWeekend(end)) end = addDays(end, 1);
  return end;
}
