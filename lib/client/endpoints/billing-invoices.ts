import type { Endpoint } from "@/lib/client/endpoint";
import type * as creditNotes from "@/lib/contracts/billing/credit-notes";
import type * as invoices from "@/lib/contracts/billing/invoices";
import type * as mails from "@/lib/contracts/messages/invoice-mails";

export const deleteInvoice: Endpoint<typeof invoices.deleteInvoice> = {
  id: "invoices.delete",
  method: "DELETE",
  path: "/api/v1/invoices/{id}",
};

export const finalizeInvoice: Endpoint<typeof invoices.finalizeInvoice> = {
  id: "invoices.finalize",
  method: "POST",
  path: "/api/v1/invoices/{id}/finalizations",
};

export const sendInvoice: Endpoint<typeof mails.sendInvoice> = {
  id: "invoices.send",
  method: "POST",
  path: "/api/v1/invoices/{id}/send",
};

export const getInvoice: Endpoint<typeof invoices.getInvoice> = {
  id: "invoices.get",
  method: "GET",
  path: "/api/v1/invoices/{id}",
};

export const listInvoices: Endpoint<typeof invoices.listInvoices> = {
  id: "invoices.list",
  method: "GET",
  path: "/api/v1/invoices",
};

export const issueCreditNote: Endpoint<typeof creditNotes.issueCreditNote> = {
  id: "invoices.correct",
  method: "POST",
  path: "/api/v1/invoices/{id}/credit-notes",
};

export const voidInvoice: Endpoint<typeof creditNotes.voidInvoice> = {
  id: "invoices.void",
  method: "POST",
  path: "/api/v1/invoices/{id}/voids",
};

export const writeOffInvoice: Endpoint<typeof creditNotes.writeOffInvoice> = {
  id: "invoices.write_off",
  method: "POST",
  path: "/api/v1/invoices/{id}/write-offs",
};

export const createInvoice: Endpoint<typeof invoices.createInvoice> = {
  id: "invoices.create",
  method: "POST",
  path: "/api/v1/invoices",
};

export const previewInvoice: Endpoint<typeof invoices.previewInvoice> = {
  id: "invoices.preview",
  method: "POST",
  path: "/api/v1/invoices/preview",
  writes_nothing: true,
};
