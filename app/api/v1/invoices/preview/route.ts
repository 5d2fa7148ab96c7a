import { previewInvoice } from "@/lib/domain/billing/invoices";
import { route } from "@/lib/kernel/route";

export const POST = route(previewInvoice);
