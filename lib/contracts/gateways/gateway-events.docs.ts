import { documented } from "@/lib/contracts/documented";
import * as gatewayEvents from "./gateway-events";

const id = "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c0a";

const example = {
  id,
  gateway_id: "0198f4a2-6c1e-7d52-9d0b-3f1f5a6b7c01",
  vendor: "stripe" as const,
  event_id: "evt_3MtwBwLkdIwHu7ix28a3tqPa",
  type: "payment_intent.succeeded",
  subject: "payment",
  ref: "pi_3MtwBwLkdIwHu7ix28a3tqPa",
  status: "quarantined" as const,
  reason: "The gateway tells of EUR 50.00, and EUR 59.00 was asked for.",
  tries: 1,
  received_at: "2026-11-30T02:00:04.000Z",
  processed_at: "2026-11-30T02:00:05.000Z",
};

export const gatewayEventsDocs = documented(gatewayEvents, {
  listGatewayEvents: {
    summary: "List the events that gateways reported",
    example: {
      input: { status: ["quarantined"] },
      output: { data: [example], waiting: { quarantined: 1, failed: 0, received: 0 }, next_cursor: null },
    },
  },
  getGatewayEvent: {
    summary: "Get an event with its content",
    description: "Values that name a person, such as names, addresses and numbers of cards, are masked.",
    example: { input: { id }, output: { ...example, payload: { amount: 5_900, receipt_email: "•••" } } },
  },
  replayGatewayEvent: {
    summary: "Process an event again",
    description: "The gateway is asked what it says of the object now. What was applied before is not applied again.",
    example: { input: { id }, output: { ...example, status: "processed", reason: null, tries: 1 } },
  },
});
