import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/calendar-day";

const amount = z.object({ currency: z.string(), amount_minor: z.int() });

export const getDashboard = contract({
  id: "dashboard.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/dashboard",
  access: "statistics.read",
  tag: "Reports",
  summary: "Read the figures of the month so far",
  description:
    "Days and months are local to each location. `revenue` is the price and joining fee of what was sold this month, a row per currency. It and `overdue` are left out for roles that may not see money.",
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
  example: {
    input: {},
    output: {
      today: "2026-03-05",
      month_starts_on: "2026-03-01",
      new_members: 47,
      new_members_last_month: 41,
      overdue: [{ currency: "USD", amount_minor: 214000 }],
      revenue: [
        {
          currency: "USD",
          amount_minor: 640000,
          memberships_sold: 58,
          by_day: [{ on: "2026-03-01", amount_minor: 640000 }],
        },
      ],
    },
  },
});
