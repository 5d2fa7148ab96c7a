import { renewPaymentLink } from "@/lib/domain/gateways/links";
import { route } from "@/lib/kernel/route";

export const POST = route(renewPaymentLink);
