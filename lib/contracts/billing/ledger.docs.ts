import { documented } from "@/lib/contracts/documented";
import * as ledger from "./ledger";

const entry = {
  id: "0197f0a0-0000-7000-8000-00000000b001",
  booked_on: "2026-03-05",
  fact: "invoice:0197f0a0-0000-7000-8000-00000000d001",
  currency: "GBP",
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  location_name: "Leeds",
  legal_entity_id: "0197f0a0-0000-7000-8000-00000000e001",
  lines: [
    {
      account: "receivable" as const,
      amount_minor: 5_900,
      member_id: "0197f0a0-0000-7000-8000-00000000f001",
      company_id: null,
      payer_name: "Ada Okafor",
      invoice_id: "0197f0a0-0000-7000-8000-00000000d001",
      invoice_number: "INV-00012",
    },
    {
      account: "deferred_revenue" as const,
      amount_minor: -5_900,
      member_id: null,
      company_id: null,
      payer_name: null,
      invoice_id: "0197f0a0-0000-7000-8000-00000000d001",
      invoice_number: "INV-00012",
    },
  ],
};
const days = { from: "2026-03-01", to: "2026-03-31" };

export const ledgerDocs = documented(ledger, {
  getTrialBalance: {
    summary: "Retrieve the trial balance",
    description:
      "By currency and account: the balance before the days, the debits and credits on them, and the balance after. Debits are positive, credits negative. The balances of a currency sum to zero.",
    example: {
      input: days,
      output: {
        data: [
          {
            account: "receivable",
            currency: "GBP",
            opening_minor: 0,
            debit_minor: 5_900,
            credit_minor: 0,
            closing_minor: 5_900,
          },
          {
            account: "deferred_revenue",
            currency: "GBP",
            opening_minor: 0,
            debit_minor: 0,
            credit_minor: 5_900,
            closing_minor: -5_900,
          },
        ],
        totals: [{ currency: "GBP", opening_minor: 0, debit_minor: 5_900, credit_minor: 5_900, closing_minor: 0 }],
      },
    },
  },

  listJournalEntries: {
    summary: "List journal entries, newest day first",
    example: { input: { account: "receivable", ...days }, output: { data: [entry], next_cursor: null } },
  },

  exportLedger: {
    summary: "Export the journal as CSV",
    description:
      "`csv` has a row for each line of an entry. `datev` has the column order of DATEV's bookings: one account against another, with semicolons and decimal commas. `tally` has a row for each ledger of a voucher. Accounts have the names of the chart of accounts. A cell that a spreadsheet would run as a formula is prefixed with an apostrophe. The export is recorded in the audit log.",
    example: {
      input: { format: "csv", ...days },
      output: { toResponse: () => new Response("booked_on,entry_id,fact,location,currency,account,debit,credit\r\n") },
    },
  },
});
