import { deleteInvoice, getInvoice, updateInvoice } from "@/lib/domain/billing/invoices";
import { route } from "@/lib/kernel/route";

export const GET = route(getInvoice);
export const PATCH = route(updateInvoice);
export const DELETE = route(deleteInvoice);
