import { getPayoutTotals } from "@/lib/domain/gateways/payouts";
import { route } from "@/lib/kernel/route";

export const GET = route(getPayoutTotals);
