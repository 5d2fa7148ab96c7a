import { grantCredit } from "@/lib/domain/billing/credits";
import { route } from "@/lib/kernel/route";

export const POST = route(grantCredit);
