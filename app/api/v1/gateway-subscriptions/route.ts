import { listSubscriptions } from "@/lib/domain/gateways/subscriptions";
import { route } from "@/lib/kernel/route";

export const GET = route(listSubscriptions);
