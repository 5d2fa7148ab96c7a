import { getPriceRules, putPriceRules } from "@/lib/domain/memberships/pricing";
import { route } from "@/lib/kernel/route";

export const GET = route(getPriceRules);
export const PUT = route(putPriceRules);
