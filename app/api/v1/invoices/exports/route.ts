import { exportInvoices } from "@/lib/domain/billing/invoices";
import { route } from "@/lib/kernel/route";

export const GET = route(exportInvoices);
