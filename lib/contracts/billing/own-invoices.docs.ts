import { documented } from "@/lib/contracts/documented";
import { exampleInvoice, exampleInvoiceRow } from "./invoices.docs";
import * as ownInvoices from "./own-invoices";

const { id } = exampleInvoice;

export const ownInvoicesDocs = documented(ownInvoices, {
  listOwnInvoices: {
    summary: "List the member's own invoices",
    description: "Invoices and credit notes that the member pays, newest first, without drafts.",
    example: { input: {}, output: { data: [exampleInvoiceRow], next_cursor: null } },
  },

  getOwnInvoice: {
    summary: "Retrieve one of the member's own invoices",
    example: { input: { id }, output: exampleInvoice },
  },

  getOwnInvoicePdf: {
    summary: "Download one of the member's own invoices as PDF",
    example: { input: { id }, output: { toResponse: (headers) => new Response(null, { headers }) } },
  },
});
