import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const amount = z.object({ currency: z.string(), amount_minor: z.int() });

export const getDashboard = contract({
  id: "dashboard.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/dashboard",
  access: "statistics.read",
  tag: "Reports",
  input: z.strictObject({ location_id: id.optional() }),
  output: z.object({
    today: calendarDay,
    month_starts_on: calendarDay,
    new_members: z.int(),
    new_members_last_month: z.int(),
    overdue: z.array(amount).optional(),
    revenue: z
      .array(
        amount.extend({
          memberships_sold: z.int(),
          by_day: z.array(z.object({ on: calendarDay, amount_minor: z.int() })),
        }),
      )
      .optional(),
  }),
  errors: ["not_found"],
});
