import { writeOffInvoice } from "@/lib/domain/billing/corrections";
import { route } from "@/lib/kernel/route";

export const POST = route(writeOffInvoice);
