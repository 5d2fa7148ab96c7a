import type { Endpoint } from "@/lib/client/endpoint";
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
