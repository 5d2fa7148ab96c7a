import { listPayments, recordPayment } from "@/lib/domain/billing/payments";
import { route } from "@/lib/kernel/route";

export const GET = route(listPayments);
export const POST = route(recordPayment);
