import { documented } from "@/lib/contracts/documented";
import * as creditNotes from "./credit-notes";

const id = "0197f0a0-0000-7000-8000-000000000601";

const closed = {
  id,
  number: "INV-00042",
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  currency: "AUD",
  total_minor: 5900,
  open_minor: 0,
  voided_at: null,
  void_reason: null,
  written_off_at: null,
};

export const creditNotesDocs = documented(creditNotes, {
  issueCreditNote: {
    summary: "Issue a credit note for an invoice",
    description:
      "Credits `amount_minor` of the whole invoice, amounts of its `lines`, or, without both, all that is left. Amounts include tax. The credit note reduces the open amount first; the rest becomes account credit.",
    example: {
      input: { id, amount_minor: 2000, reason: "Two weeks closed" },
      output: {
        id: "0197f0a0-0000-7000-8000-000000000602",
        number: "CN-00003",
        corrects_invoice_id: id,
        payer_member_id: "0197f0a0-0000-7000-8000-000000000102",
        payer_company_id: null,
        payer_name: "Rahel Tesfaye",
        location_id: closed.location_id,
        currency: "AUD",
        issued_on: "2026-03-06",
        net_minor: 1818,
        tax_minor: 182,
        total_minor: 2000,
        settled_minor: 0,
        credit_minor: 2000,
        credit_id: "0197f0a0-0000-7000-8000-000000000721",
        lines: [
          {
            id: "0197f0a0-0000-7000-8000-000000000632",
            corrects_line_id: "0197f0a0-0000-7000-8000-000000000631",
            description: "Off-peak",
            net_minor: 1818,
            tax_minor: 182,
            total_minor: 2000,
          },
        ],
      },
    },
  },
  voidInvoice: {
    summary: "Void an unpaid invoice",
    description: "The invoice keeps its number and owes nothing. An invoice that is paid in part cannot be voided.",
    example: {
      input: { id, reason: "Issued twice" },
      output: { ...closed, voided_at: "2026-03-06T01:00:00.000Z", void_reason: "Issued twice" },
    },
  },
  writeOffInvoice: {
    summary: "Write off what is open of an invoice",
    example: {
      input: { id, reason: "Moved away, address unknown" },
      output: { ...closed, written_off_at: "2026-03-06T01:00:00.000Z" },
    },
  },
});
