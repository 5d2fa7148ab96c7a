import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut } from "@/lib/contracts/fields";
import { channel, messageReason, messageState } from "@/lib/values/schemas/notifications";

const tag = "Invoices";

const invoiceMail = z.object({
  /** Of the message, as under /api/v1/notifications. */
  id,
  /** The document itself, or a link to pay it. */
  kind: z.enum(["document", "link"]),
  channel,
  state: messageState,
  reason: messageReason.nullable(),
  /** A sentence with the reason why it was not sent, and what to do. */
  explanation: z.string().nullable(),
  to_name: z.string(),
  to_address: z.string(),
  created_at: instantOut,
  sent_at: instantOut.nullable(),
  delivered_at: instantOut.nullable(),
});

export const listInvoiceMails = contract({
  id: "invoices.mails",
  scope: "location",
  method: "GET",
  path: "/api/v1/invoices/{id}/mails",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: z.object({ data: z.array(invoiceMail) }),
  errors: ["not_found"],
});

export const sendInvoice = contract({
  id: "invoices.send",
  scope: "location",
  method: "POST",
  path: "/api/v1/invoices/{id}/send",
  access: "invoices.read",
  tag,
  input: z.strictObject({ id }),
  output: invoiceMail,
  status: 201,
  errors: ["not_found", "conflict"],
});
