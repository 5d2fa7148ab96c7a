import { getChargeOptions } from "@/lib/domain/gateways/attempts";
import { route } from "@/lib/kernel/route";

export const GET = route(getChargeOptions);
