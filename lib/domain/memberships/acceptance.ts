import { invalid } from "@/lib/kernel/errors";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Acceptance } from "@/lib/values/membership-history";

type Given = { how: Acceptance["how"] | undefined; on: CalendarDay | undefined };

/** J3: nobody pays for another without having agreed. `fields` are the names in the input. */
export function acceptanceOf({ how, on }: Given, fields: { how: string; on: string }, today: CalendarDay): Acceptance {
  if (!how) throw invalid(fields.how, "Record how the payer agreed to pay");
  if (!on) throw invalid(fields.on, "Enter the day on which the payer agreed");
  if (on > today) throw invalid(fields.on, "Choose today or an earlier day");
  return { how, on };
}
