import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { Policies } from "@/lib/values/policies";

type Grace = Pick<Policies, "overdue_grace_days">;

/** So many days after the due day entry is refused. */
export const refusedAfterDays = ({ overdue_grace_days }: Grace): number => overdue_grace_days + 1;

/** K7: the first local day on which a debt that is due since `due_on` refuses entry by its age. */
export const entryRefusedFrom = (due_on: CalendarDay, policy: Grace): CalendarDay =>
  addDays(due_on, refusedAfterDays(policy));
