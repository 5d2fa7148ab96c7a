import { chargeInvoice } from "@/lib/domain/gateways/attempts";
import { route } from "@/lib/kernel/route";

export const POST = route(chargeInvoice);
