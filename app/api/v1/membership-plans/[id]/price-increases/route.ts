import { createPriceIncrease, listPriceIncreases } from "@/lib/domain/memberships/pricing";
import { route } from "@/lib/kernel/route";

export const GET = route(listPriceIncreases);
export const POST = route(createPriceIncrease);
