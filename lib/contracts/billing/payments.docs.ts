import { documented } from "@/lib/contracts/documented";
import * as payments from "./payments";

const member_id = "0197f0a0-0000-7000-8000-000000000102";

const example = {
  id: "0197f0a0-0000-7000-8000-000000000701",
  payer_member_id: member_id,
  payer_company_id: null,
  payer_name: "Rahel Tesfaye",
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  location_name: "Fitzroy",
  method: "cash" as const,
  amount_minor: 6000,
  currency: "AUD",
  received_on: "2026-03-05",
  received_at: "2026-03-05T06:42:00.000Z",
  reference: null,
  note: null,
  handed_over_minor: 10000,
  till_session_id: "0197f0a0-0000-7000-8000-000000000801",
  invoices: [{ id: "0197f0a0-0000-7000-8000-000000000601", number: "INV-00042", amount_minor: 5900 }],
  credit_minor: 100,
  refunded_minor: 0,
  refunds: [],
  gateway: null,
  reversed_at: null,
  reversal_reason: null,
  recorded_by: null,
  created_at: "2026-03-05T06:42:00.000Z",
};

export const paymentsDocs = documented(payments, {
  recordPayment: {
    summary: "Record money that was taken by hand",
    description:
      "Give `member_id` or `company_id`. Without `invoices` the payment settles what is due first; an empty list settles none. What no invoice needs becomes account credit. `location_id` defaults to the member's home location, `received_on` to today there. Cash requires the location's till to be open.",
    example: {
      input: { member_id, method: "cash", amount_minor: 6000, handed_over_minor: 10000 },
      output: example,
    },
  },
  recordSplitPayment: {
    summary: "Record money that was taken in several ways at once",
    description:
      "Each part becomes a payment. All of them are recorded in one transaction, or none is. The parts pay the invoices in their order.",
    example: {
      input: {
        member_id,
        parts: [
          { method: "cash", amount_minor: 4000, handed_over_minor: 5000 },
          { method: "card_terminal", amount_minor: 2000, reference: "004712" },
        ],
      },
      output: {
        payments: [
          {
            ...example,
            amount_minor: 4000,
            handed_over_minor: 5000,
            invoices: [{ id: "0197f0a0-0000-7000-8000-000000000601", number: "INV-00042", amount_minor: 4000 }],
            credit_minor: 0,
          },
          {
            ...example,
            id: "0197f0a0-0000-7000-8000-000000000702",
            method: "card_terminal" as const,
            amount_minor: 2000,
            handed_over_minor: null,
            reference: "004712",
            invoices: [{ id: "0197f0a0-0000-7000-8000-000000000601", number: "INV-00042", amount_minor: 1900 }],
            credit_minor: 100,
          },
        ],
        amount_minor: 6000,
        currency: "AUD",
      },
    },
  },
  listPayments: {
    summary: "List payments, newest first",
    example: { input: { method: "cash" }, output: { data: [example], next_cursor: null } },
  },
  getPayment: { summary: "Retrieve a payment", example: { input: { id: example.id }, output: example } },
  reversePayment: {
    summary: "Reverse a payment that bounced or was recorded by mistake",
    description:
      "Its invoices are open again. Refused once a part of the payment was refunded or its account credit was used. The reversal of cash requires an open till.",
    example: {
      input: { id: example.id, reason: "The cheque bounced" },
      output: { ...example, reversed_at: "2026-03-06T01:00:00.000Z", reversal_reason: "The cheque bounced" },
    },
  },
  refundPayment: {
    summary: "Refund a payment, as a whole or in part",
    description:
      "With `invoice_id` the credit note of that invoice is issued in the same transaction; `lines` says what it takes back of each line. Otherwise the refund is taken from account credit: `credit_id`, or the payment's own, or the oldest that is large enough. `method` defaults to the method of the payment. Whether a membership ends is a separate request.",
    example: {
      input: {
        id: example.id,
        amount_minor: 2000,
        invoice_id: "0197f0a0-0000-7000-8000-000000000601",
        reason: "Two weeks closed",
      },
      output: {
        id: "0197f0a0-0000-7000-8000-000000000711",
        payment_id: example.id,
        credit_id: "0197f0a0-0000-7000-8000-000000000721",
        credit_note: { id: "0197f0a0-0000-7000-8000-000000000602", number: "CN-00003" },
        location_id: example.location_id,
        method: "cash",
        amount_minor: 2000,
        currency: "AUD",
        refunded_on: "2026-03-06",
        reason: "Two weeks closed",
        till_session_id: example.till_session_id,
        created_at: "2026-03-06T01:00:00.000Z",
        payment: {
          ...example,
          refunded_minor: 2000,
          refunds: [
            {
              ...{ id: "0197f0a0-0000-7000-8000-000000000c02", amount_minor: 2000, refunded_on: "2026-03-06" },
              ...{ method: "cash", status: "succeeded", failure: null },
              ...{ created_at: "2026-03-06T01:00:00.000Z", ended_at: null },
            },
          ],
        },
      },
    },
  },
});
