import { documented } from "@/lib/contracts/documented";
import * as invoiceMails from "./invoice-mails";

const id = "0197f0a0-0000-7000-8000-000000000b01";

const mail = {
  id: "0197f0a0-0000-7000-8000-000000000d01",
  kind: "document" as const,
  channel: "email" as const,
  state: "queued" as const,
  reason: null,
  explanation: null,
  to_name: "John Doe",
  to_address: "member@example.com",
  created_at: "2026-03-05T06:42:00.000Z",
  sent_at: null,
  delivered_at: null,
};

export const invoiceMailsDocs = documented(invoiceMails, {
  listInvoiceMails: {
    summary: "List the mails of an invoice",
    description: "The messages that carried the invoice or credit note, newest first, each with its state.",
    example: {
      input: { id },
      output: { data: [{ ...mail, state: "sent" as const, sent_at: "2026-03-05T06:42:03.000Z" }] },
    },
  },
  sendInvoice: {
    summary: "Send an invoice by e-mail",
    description:
      "Sends the invoice or credit note with its PDF to who pays it: to a member, to the guardian of a minor, or to the e-mail address of a company. Without an e-mail address a member gets a message on another channel. 409 while it is on its way already, for a draft, and for a void document.",
    example: { input: { id }, output: mail },
  },
});
