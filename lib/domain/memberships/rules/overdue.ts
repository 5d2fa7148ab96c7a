import { type SQL, sql } from "drizzle-orm";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { column, type Day, type RowName } from "./row";

/** L14: an invoice is overdue from the day after its due day. */
export const isOverdueOn = (row: RowName, day: Day): SQL<boolean> =>
  sql<boolean>`coalesce(${column(row, "unpaid_due_on")} < ${day}, false)`;

/** The due day of the oldest overdue invoice; null if nothing is overdue on `day`. */
export const overdueSince = (row: RowName, day: Day): SQL<CalendarDay | null> =>
  sql<CalendarDay | null>`case when ${isOverdueOn(row, day)} then ${column(row, "unpaid_due_on")} end`;

/** The invoices are read only for a membership with an overdue one. */
export const overdueMinor = (row: RowName, day: Day): SQL<number> =>
  sql<number>`case when ${isOverdueOn(row, day)}
    then overdue_minor(${column(row, "organization_id")}, ${column(row, "id")}, ${day})::float8 else 0 end`;
