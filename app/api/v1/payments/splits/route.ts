import { recordSplitPayment } from "@/lib/domain/billing/payments";
import { route } from "@/lib/kernel/route";

export const POST = route(recordSplitPayment);
