import { documented } from "@/lib/contracts/documented";
import * as account from "./account";

const id = "0197f0a0-0000-7000-8000-000000000102";

const credit = {
  id: "0197f0a0-0000-7000-8000-000000000721",
  source: "goodwill" as const,
  amount_minor: 1000,
  remaining_minor: 1000,
  currency: "AUD",
  granted_on: "2026-03-06",
  reason: "Cold showers for a week",
  expires_on: null,
  payment_id: null,
  credit_note_id: null,
  created_at: "2026-03-06T01:00:00.000Z",
};

const company_id = "0197f0a0-0000-7000-8000-000000000701";

const statement = {
  from: "2026-03-01",
  to: "2026-03-31",
  currency: "AUD",
  opening_minor: 0,
  rows: [
    {
      booked_on: "2026-03-05",
      kind: "invoice" as const,
      id: "0197f0a0-0000-7000-8000-000000000601",
      number: "INV-00042",
      amount_minor: 5900,
      balance_minor: 5900,
    },
  ],
  closing_minor: 5900,
};

export const accountDocs = documented(account, {
  getAccount: {
    summary: "Retrieve what a member owes and is owed",
    example: {
      input: { id },
      output: {
        member_id: id,
        balances: [{ currency: "AUD", open_minor: 5900, credit_minor: 1000, balance_minor: 4900 }],
        open_invoices: [
          {
            id: "0197f0a0-0000-7000-8000-000000000601",
            number: "INV-00042",
            location_id: "0197f0a0-0000-7000-8000-000000000001",
            currency: "AUD",
            issued_on: "2026-03-05",
            due_on: "2026-03-19",
            total_minor: 5900,
            open_minor: 5900,
          },
        ],
        credits: [credit],
      },
    },
  },
  getStatement: {
    summary: "Retrieve the statement of a member's account",
    description:
      "Every invoice, credit note, payment, refund and write-off between two days with the balance after it, from the ledger. A positive balance is owed by the member. `currency` defaults to that of the organization.",
    example: {
      input: { id, from: "2026-03-01", to: "2026-03-31" },
      output: { member_id: id, ...statement },
    },
  },
  getStatementPdf: {
    summary: "Download the statement of a member's account as PDF",
    description: "The same bookings give the same bytes. Its language is that of the member.",
    example: {
      input: { id, from: "2026-03-01", to: "2026-03-31" },
      output: { toResponse: (headers) => new Response(null, { headers }) },
    },
  },
  getCompanyStatement: {
    summary: "Retrieve the statement of a company's account",
    description: "As that of a member, over all locations.",
    example: {
      input: { id: company_id, from: "2026-03-01", to: "2026-03-31" },
      output: { company_id, ...statement },
    },
  },
  getCompanyStatementPdf: {
    summary: "Download the statement of a company's account as PDF",
    description: "It names the seller that billed the company last.",
    example: {
      input: { id: company_id, from: "2026-03-01", to: "2026-03-31" },
      output: { toResponse: (headers) => new Response(null, { headers }) },
    },
  },
  grantCredit: {
    summary: "Give a member account credit",
    description:
      "Goodwill that no money paid for. The next invoices use it, the oldest credit first. What is left after `expires_on` lapses.",
    example: { input: { id, amount_minor: 1000, reason: "Cold showers for a week" }, output: credit },
  },
});
