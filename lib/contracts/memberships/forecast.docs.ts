import { documented } from "@/lib/contracts/documented";
import * as forecast from "./forecast";
import { membershipExample } from "./memberships.docs";

const amounts = { recurring_minor: 5_900, one_off_minor: 0, billed_minor: 5_900, at_risk_minor: 0 };
const { id, member_id, member_name, location_id, location_name } = membershipExample;

export const forecastDocs = documented(forecast, {
  getForecast: {
    summary: "Forecast what will be billed",
    description:
      "Runs the renewals ahead over the memberships there are today. New sales are not counted. The first month is the current one: what is still to be billed in it. Amounts include tax. What is at risk is a part of what recurs: of members with an overdue invoice, and of memberships whose cancellation is scheduled.",
    example: {
      input: { months: 1 },
      output: {
        made_at: "2026-03-20T01:00:00.000Z",
        first_month: "2026-04",
        last_month: "2026-04",
        currencies: [
          {
            currency: "AUD",
            ...amounts,
            months: [
              {
                ...{ month: "2026-04", members: 1, lines: 1, ...amounts, risks: [] },
                plans: [{ plan_name: "Off-peak", kind: "period", lines: 1, unit_minor: 5_900, amount_minor: 5_900 }],
                days: [{ bill_on: "2026-04-05", lines: 1, amount_minor: 5_900 }],
              },
            ],
          },
        ],
      },
    },
  },
  listForecastLines: {
    summary: "List the lines of a month of the forecast",
    description: "The lines of a month sum to the amounts of the forecast. A month is at most 24 months ahead.",
    example: {
      input: { month: "2026-04" },
      output: {
        data: [
          {
            ...{ bill_on: "2026-04-05", kind: "period", label: "Off-peak", plan_name: "Off-peak" },
            ...{ membership_id: id, member_id, member_name, location_id, location_name, currency: "AUD" },
            ...{ from_on: "2026-04-05", to_on: "2026-05-04", net_minor: 5_900, tax_minor: 0, total_minor: 5_900 },
            ...{ risk: null, why: "A$59.00 for the period number 2." },
          },
        ],
        next_cursor: null,
      },
    },
  },
});
