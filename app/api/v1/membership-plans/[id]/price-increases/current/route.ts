import { withdrawPriceIncrease } from "@/lib/domain/memberships/pricing";
import { route } from "@/lib/kernel/route";

export const DELETE = route(withdrawPriceIncrease);
