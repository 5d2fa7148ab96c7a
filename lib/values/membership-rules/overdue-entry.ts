import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { Policies } from "@/lib/values/policies";

/** K7: the first local day on which a debt that is due since `due_on` refuses entry by its age. */
export const entryRefusedFrom = (due_on: CalendarDay, { overdue_grace_days }: Pick<Policies, "overdue_grace_days">) =>
  addDays(due_on, overdue_grace_days + 1);
