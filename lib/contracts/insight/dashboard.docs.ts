import { documented } from "@/lib/contracts/documented";
import * as dashboard from "./dashboard";

export const dashboardDocs = documented(dashboard, {
  getDashboard: {
    summary: "Retrieve the figures of the current month",
    description:
      "Days and months are local to each location. `revenue` is the sum of prices and joining fees of this month's sales, one row per currency. `revenue` and `overdue` are omitted for roles without access to financial data.",
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
  },
});
