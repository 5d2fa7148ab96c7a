import { getInvoiceCounts } from "@/lib/domain/billing/invoices";
import { route } from "@/lib/kernel/route";

export const GET = route(getInvoiceCounts);
