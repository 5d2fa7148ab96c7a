import { documented } from "@/lib/contracts/documented";
import * as dashboard from "./dashboard";

export const dashboardDocs = documented(dashboard, {
  getDashboard: {
    summary: "Retrieve the figures of the current month",
    description:
      "Days and months are local to each location. Amounts have one row per currency. `billed` is the sum of this month's invoices less its credit notes, with tax and without void invoices: the total of `GET /api/v1/invoices/totals` for the same days. `collected` is the sum of the payments received this month, without reversed ones, less the refunds paid out this month and what banks took back in disputes. `failed` is what is still open of invoices that a gateway could not collect this month. `disputes` has the disputes that took money and were opened this month, beside the number of payments that gateways collected in it. `recurring` is the price of the next period of every membership that will be billed again, for one month (a year has 52 weeks), without tax and after discounts; a frozen membership counts with its fee only. In a large gym it is up to a minute old. `outstanding` is what is still to be paid of all invoices. They are omitted for roles without access to financial data.",
    example: {
      input: {},
      output: {
        today: "2026-03-05",
        month_starts_on: "2026-03-01",
        new_members: 47,
        new_members_last_month: 41,
        billed: [
          {
            currency: "USD",
            amount_minor: 640000,
            invoices: 58,
            by_day: [{ on: "2026-03-01", amount_minor: 640000 }],
          },
        ],
        collected: [
          { currency: "USD", amount_minor: 588000, payments_minor: 597000, refunds_minor: 9000, disputes_minor: 0 },
        ],
        failed: [{ currency: "USD", amount_minor: 17800, invoices: 2 }],
        disputes: [{ currency: "USD", amount_minor: 5900, disputes: 1, payments: 412 }],
        recurring: [{ currency: "USD", amount_minor: 2910000, memberships: 402 }],
        outstanding: [
          { currency: "USD", amount_minor: 412000, invoices: 47, overdue_minor: 214000, overdue_invoices: 25 },
        ],
      },
    },
  },

  getOpenWork: {
    summary: "Count what waits for the staff",
    description:
      "Each count is omitted for roles that may not see what it counts, and only counts the caller's locations.",
    example: { input: {}, output: { dunning: 12, disputes: 1, imports: 0 } },
  },
});
