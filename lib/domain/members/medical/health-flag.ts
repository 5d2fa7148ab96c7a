import type { z } from "zod";
import type { healthFlag } from "@/lib/contracts/members/member-fields";
import { addMonthsAnchored, type CalendarDay } from "@/lib/values/calendar-day";

type Screening = { screened_on: CalendarDay | null; needs_clearance: boolean; cleared_on: CalendarDay | null };

/** J9: the flag that staff see without the answers. A clearance dated before the screening does not count. */
export function healthFlagOn(
  { screened_on, needs_clearance, cleared_on }: Screening,
  today: CalendarDay,
): z.output<typeof healthFlag> {
  if (screened_on === null) return "unknown";
  if (needs_clearance && (cleared_on === null || cleared_on < screened_on)) return "pending_clearance";
  return addMonthsAnchored(Number(screened_on.slice(8)), screened_on, 12) <= today ? "renewal_due" : "clear";
}
