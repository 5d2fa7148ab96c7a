import { addDays, type CalendarDay } from "./calendar-day";

/**
 * P11: filters for the members who are inactive on a day. A member who joined, or was last in, exactly `inactive_days` ago is
 * inactive.
 */
export const inactivityBounds = (day: CalendarDay, inactive_days: number) => ({
  joined_to: addDays(day, -inactive_days),
  last_visit_before: addDays(day, 1 - inactive_days),
});
