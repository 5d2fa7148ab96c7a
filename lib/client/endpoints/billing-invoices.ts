import type { Endpoint } from "@/lib/client/endpoint";
import type * as invoices from "@/lib/contracts/billing/invoices";

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
