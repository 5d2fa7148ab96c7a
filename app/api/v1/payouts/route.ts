import { listPayouts } from "@/lib/domain/gateways/payouts";
import { route } from "@/lib/kernel/route";

export const GET = route(listPayouts);
