import type { Endpoint } from "@/lib/client/endpoint";
import type * as events from "@/lib/contracts/gateways/gateway-events";
import type * as gateways from "@/lib/contracts/gateways/payment-gateways";

export const connectGateway: Endpoint<typeof gateways.connectGateway> = {
  id: "payment_gateways.connect",
  method: "POST",
  path: "/api/v1/payment-gateways",
};

export const updateGateway: Endpoint<typeof gateways.updateGateway> = {
  id: "payment_gateways.update",
  method: "PATCH",
  path: "/api/v1/payment-gateways/{id}",
  is_confidential: true,
};

export const disconnectGateway: Endpoint<typeof gateways.disconnectGateway> = {
  id: "payment_gateways.disconnect",
  method: "DELETE",
  path: "/api/v1/payment-gateways/{id}",
};

export const setBillingCycle: Endpoint<typeof gateways.setBillingCycle> = {
  id: "payment_gateways.set_cycle",
  method: "PUT",
  path: "/api/v1/payment-gateways/{id}/billing-cycle",
};

export const testGateway: Endpoint<typeof gateways.testGateway> = {
  id: "payment_gateways.test",
  method: "POST",
  path: "/api/v1/payment-gateways/{id}/tests",
};

export const replayGatewayEvent: Endpoint<typeof events.replayGatewayEvent> = {
  id: "gateway_events.replay",
  method: "POST",
  path: "/api/v1/gateway-events/{id}/replays",
};
