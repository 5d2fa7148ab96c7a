import { documented } from "@/lib/contracts/documented";
import * as tillSales from "./till-sales";

const location_id = "0197f0a0-0000-7000-8000-000000000001";
const plan_id = "0197f0a0-0000-7000-8000-000000000201";
const lines = [{ description: "Towel", quantity: 2, price_minor: 300 }];
const walk_in = { first_name: "Mai", last_name: "Tran" };

export const tillSalesDocs = documented(tillSales, {
  quoteTillSale: {
    summary: "Preview a sale at the till",
    description:
      "Returns each line with its tax, what account credit pays, and what the buyer pays. Writes nothing: somebody who is no member yet is quoted by name, and added by the sale.",
    example: {
      input: { location_id, walk_in, plan_ids: [plan_id], lines },
      output: {
        currency: "AUD",
        lines: [
          {
            ...{ kind: "period" as const, description: "Day pass", from_on: "2026-03-06", to_on: "2026-03-06" },
            ...{ total_minor: 2500, why: "The price of the plan" },
          },
          {
            ...{ kind: "manual" as const, description: "Towel", from_on: null, to_on: null },
            ...{ total_minor: 600, why: null },
          },
        ],
        prepaid: [],
        ...{ total_minor: 3100, credit_minor: 0, to_pay_minor: 3100, notes: [] },
      },
    },
  },
  sellAtTill: {
    summary: "Sell at the till and take the money",
    description:
      "Sells plans that are paid once, items that staff write, and the next periods of memberships, issues the invoices and records the money, all in one transaction. `to_pay_minor` is that of the quote: where the amount has changed, nothing is sold. `invoices` names open invoices that are paid with it. What is paid above all of them becomes account credit.",
    example: {
      input: {
        ...{ location_id, walk_in, plan_ids: [plan_id], lines, to_pay_minor: 3100 },
        parts: [{ method: "cash", amount_minor: 3100, handed_over_minor: 4000 }],
      },
      output: {
        member_id: "0197f0a0-0000-7000-8000-000000000301",
        member_name: "Mai Tran",
        currency: "AUD",
        invoices: [
          { id: "0197f0a0-0000-7000-8000-000000000401", number: "INV-00031", total_minor: 2500, open_minor: 0 },
          { id: "0197f0a0-0000-7000-8000-000000000402", number: "INV-00032", total_minor: 600, open_minor: 0 },
        ],
        prepaid: [],
        payments: [{ id: "0197f0a0-0000-7000-8000-000000000501", method: "cash" as const, amount_minor: 3100 }],
        credit_minor: 0,
      },
    },
  },
});
