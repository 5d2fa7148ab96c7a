import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, page, pageOf } from "@/lib/contracts/fields";
import { invoice, invoiceRow } from "./invoice-fields";

const tag = "Member's own";

export const listOwnInvoices = contract({
  id: "me.invoices",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/invoices",
  access: "invoices.read_own",
  tag,
  input: z.strictObject(page),
  output: pageOf(invoiceRow),
  errors: ["malformed_cursor", "not_found"],
});

export const getOwnInvoice = contract({
  id: "me.invoice",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/invoices/{id}",
  access: "invoices.read_own",
  tag,
  input: z.strictObject({ id }),
  output: invoice,
  errors: ["not_found"],
});

export const getOwnInvoicePdf = contract({
  id: "me.invoice_pdf",
  scope: "own",
  method: "GET",
  path: "/api/v1/me/invoices/{id}/pdf",
  access: "invoices.read_own",
  tag,
  input: z.strictObject({ id }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["application/pdf"] },
  errors: ["not_found"],
});
