import { cancelSubscription } from "@/lib/domain/gateways/subscriptions";
import { route } from "@/lib/kernel/route";

export const POST = route(cancelSubscription);
