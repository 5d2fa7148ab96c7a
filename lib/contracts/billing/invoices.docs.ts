import { documented } from "@/lib/contracts/documented";
import * as invoices from "./invoices";

const exampleId = "0197f0a0-0000-7000-8000-000000000b01";
const memberId = "0197f0a0-0000-7000-8000-000000000101";

export const exampleInvoiceRow = {
  id: exampleId,
  kind: "invoice" as const,
  origin: "renewal" as const,
  number: "INV-25031",
  status: "part_paid" as const,
  payer: { kind: "member" as const, id: memberId, name: "John Doe", member_code: "IT-0042" },
  description: "Unlimited",
  lines_count: 1,
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  location_name: "Fitzroy",
  currency: "AUD",
  issued_on: "2026-03-05",
  due_on: "2026-03-19",
  days_late: 0,
  credited_minor: 0,
  total_minor: 8900,
  open_minor: 5900,
  created_at: "2026-03-05T06:42:00.000Z",
};

const gst = { name: "GST", rate_ppm: 100_000, base_minor: 8091, amount_minor: 809 };

export const exampleInvoice = {
  ...exampleInvoiceRow,
  net_minor: 8091,
  tax_minor: 809,
  seller: {
    legal_name: "Iron Temple Pty Ltd",
    trading_name: "Iron Temple",
    address: "12 Gertrude Street, Fitzroy",
    country: "AU",
    tax_ids: [{ label: "ABN", value: "51 824 753 556" }],
  },
  buyer: { name: "John Doe", address: null, tax_id: null, email: "member@example.com" },
  lines: [
    {
      id: "0197f0a0-0000-7000-8000-000000000b02",
      kind: "period" as const,
      description: "Unlimited",
      member_id: memberId,
      member_name: null,
      membership_id: "0197f0a0-0000-7000-8000-000000000301",
      from_on: "2026-03-05",
      to_on: "2026-04-04",
      quantity: 1,
      list_minor: 8900,
      discount_minor: 0,
      tax_class: "membership",
      is_price_with_tax: true,
      net_minor: 8091,
      tax_minor: 809,
      total_minor: 8900,
      taxes: [gst],
    },
  ],
  taxes: [gst],
  settlements: [
    {
      id: "0197f0a0-0000-7000-8000-000000000b03",
      kind: "payment" as const,
      amount_minor: 3000,
      settled_on: "2026-03-06",
      method: "cash",
      payment_id: "0197f0a0-0000-7000-8000-000000000b04",
      credit_note: null,
      reason: null,
      created_at: "2026-03-06T06:42:00.000Z",
    },
  ],
  corrects: null,
  corrected_by: [],
  note: null,
  void_reason: null,
  finalized_at: "2026-03-05T06:42:00.000Z",
  voided_at: null,
  written_off_at: null,
  next_step: "$59.00 is due on 19 March 2026.",
  time_zone: "Australia/Melbourne",
  version: 1,
};

const exampleDraft = {
  ...exampleInvoice,
  origin: "manual" as const,
  number: null,
  status: "draft" as const,
  issued_on: null,
  due_on: null,
  open_minor: 0,
  seller: null,
  buyer: null,
  settlements: [],
  finalized_at: null,
  next_step: "This is a draft. Finalize it to give it a number and to ask for $89.00.",
};

const lines = [{ description: "Towel service", quantity: 2, price_minor: 400 }];

export const invoicesDocs = documented(invoices, {
  listInvoices: {
    summary: "List invoices and credit notes",
    description:
      "`status` is computed on the local day of the location. `q` finds documents by the beginning of their number, by the running number alone, and by the payer's name; a search by number returns at most 1,000 documents. With `sort=due` documents come in the order of their due day, and drafts are left out.",
    example: { input: { status: "open,overdue", limit: 20 }, output: { data: [exampleInvoiceRow], next_cursor: null } },
  },

  getInvoiceCounts: {
    summary: "Count the documents of each status",
    description: "For the same filters as the list, without the status. Each is counted up to 1,000.",
    example: { input: {}, output: { counts: [{ status: "overdue" as const, count: 3, has_more: false }] } },
  },
  exportInvoices: {
    summary: "Export invoices and credit notes as CSV",
    description:
      "The documents of the list, with the same filters, newest first. Amounts are in major units and without a sign; `kind` tells a credit note. A cell that a spreadsheet would run as a formula is prefixed with an apostrophe. The export is recorded in the audit log.",
    example: {
      input: { status: "overdue" },
      output: {
        toResponse: () => new Response("number,kind,status,issued_on,due_on,payer,location,currency,total,open\r\n"),
      },
    },
  },
  getInvoiceTotals: {
    summary: "Sum up the invoices of a filter",
    description:
      "Sums by currency over all documents that the filters find, not only a page. Credit notes are subtracted. Drafts and void documents are counted apart.",
    example: {
      input: { issued_from: "2026-03-01" },
      output: {
        counted: 1257,
        drafts: 6,
        voided: 24,
        by_currency: [{ currency: "AUD", total_minor: 10_384_700, open_minor: 454_550, overdue_minor: 163_100 }],
      },
    },
  },

  getInvoice: {
    summary: "Retrieve an invoice or a credit note",
    example: { input: { id: exampleId }, output: exampleInvoice },
  },

  explainInvoice: {
    summary: "Explain the amount of each line",
    description: "One sentence for each line, and the facts that it follows from.",
    example: {
      input: { id: exampleId },
      output: {
        data: [
          {
            line_id: "0197f0a0-0000-7000-8000-000000000b02",
            amount_minor: 8900,
            sentence: "$89.00, 5 March – 4 April 2026, for period 3.",
            facts: [{ label: "Member", text: "John Doe", target: { kind: "member", id: memberId } }],
          },
        ],
      },
    },
  },

  getInvoicePdf: {
    summary: "Download an invoice as PDF",
    description:
      "Made from the stored snapshot in the language of the member or of the organization. The same document gives the same bytes; voiding it adds a mark. Payments after the issue are not printed.",
    example: { input: { id: exampleId }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },

  createInvoice: {
    summary: "Create a draft",
    description:
      "Name the payer by `member_id` or `company_id`. `location_id` is optional; by default the member's home location sells. A draft has no number and is not owed until it is finalized.",
    example: { input: { member_id: memberId, lines }, output: exampleDraft },
  },

  updateInvoice: {
    summary: "Change a draft",
    description: "`lines` replaces all lines. A finalized document never changes.",
    example: {
      input: { id: exampleId, note: "Thank you" },
      output: { ...exampleDraft, note: "Thank you", version: 2 },
    },
  },

  deleteInvoice: {
    summary: "Delete a draft",
    example: { input: { id: exampleId }, output: null },
  },

  finalizeInvoice: {
    summary: "Finalize a draft",
    description:
      "Gives it a number and the day of issue, books it, and uses the payer's account credit. Taxes are those of today. It cannot be changed afterwards.",
    example: { input: { id: exampleId }, output: { ...exampleInvoice, origin: "manual" } },
  },

  previewInvoice: {
    summary: "Preview the totals of a draft",
    description: "Nothing is stored. The taxes are those of today.",
    example: {
      input: { location_id: "0197f0a0-0000-7000-8000-000000000001", lines },
      output: {
        currency: "AUD",
        due_on: "2026-03-19",
        lines: [{ net_minor: 727, tax_minor: 73, total_minor: 800 }],
        taxes: [{ name: "GST", rate_ppm: 100000, base_minor: 727, amount_minor: 73 }],
        net_minor: 727,
        tax_minor: 73,
        total_minor: 800,
      },
    },
  },
});
