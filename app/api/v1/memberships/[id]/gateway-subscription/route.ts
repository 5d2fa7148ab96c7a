import { getSubscriptionOptions, startSubscription } from "@/lib/domain/gateways/subscriptions";
import { route } from "@/lib/kernel/route";

export const GET = route(getSubscriptionOptions);
export const POST = route(startSubscription);
