import { createInvoice, listInvoices } from "@/lib/domain/billing/invoices";
import { route } from "@/lib/kernel/route";

export const GET = route(listInvoices);
export const POST = route(createInvoice);
