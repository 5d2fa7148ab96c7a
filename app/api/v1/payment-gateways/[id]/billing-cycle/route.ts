import { setBillingCycle } from "@/lib/domain/gateways/connections";
import { route } from "@/lib/kernel/route";

export const PUT = route(setBillingCycle);
