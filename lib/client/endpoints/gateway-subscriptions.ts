import type { Endpoint } from "@/lib/client/endpoint";
import type * as subscriptions from "@/lib/contracts/gateways/gateway-subscriptions";

export const startSubscription: Endpoint<typeof subscriptions.startSubscription> = {
  id: "gateway_subscriptions.start",
  method: "POST",
  path: "/api/v1/memberships/{id}/gateway-subscription",
};

export const cancelSubscription: Endpoint<typeof subscriptions.cancelSubscription> = {
  id: "gateway_subscriptions.cancel",
  method: "POST",
  path: "/api/v1/gateway-subscriptions/{id}/cancellation",
};
