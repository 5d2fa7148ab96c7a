import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, listOf, page, pageOf } from "@/lib/contracts/fields";
import { gatewayVendors, webhookStatuses } from "@/lib/values/gateways";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const tag = "Gateway events";
const path = "/api/v1/gateway-events";

const gatewayEvent = z.object({
  id,
  gateway_id: id,
  vendor: z.enum(gatewayVendors),
  /** The vendor's id of the event. */
  event_id: z.string(),
  type: z.string(),
  /** What it is about, and the vendor's id of that. */
  subject: z.string(),
  ref: z.string().nullable(),
  status: z.enum(webhookStatuses),
  /** Why it was quarantined, ignored or failed, or what it waits for. */
  reason: z.string().nullable(),
  tries: z.int(),
  received_at: instantOut,
  processed_at: instantOut.nullable(),
});

/** Events are stored only if the vendor's signature of their body is right. */
export const listGatewayEvents = contract({
  id: "gateway_events.list",
  scope: "organization",
  method: "GET",
  path,
  access: "gateways.configure",
  tag,
  input: z.strictObject({
    status: listOf(z.enum(webhookStatuses)).optional(),
    vendor: z.enum(gatewayVendors).optional(),
    gateway_id: id.optional(),
    /** The beginning of the type, such as `charge.`. */
    type: z.string().trim().max(100).optional(),
    received_from: calendarDay.optional(),
    received_to: calendarDay.optional(),
    ...page,
  }),
  output: pageOf(gatewayEvent).extend({
    /** What waits for a person or for the gateway, whatever the filters say. */
    waiting: z.object({ quarantined: z.int(), failed: z.int(), received: z.int() }),
  }),
  errors: ["malformed_cursor"],
});

export const getGatewayEvent = contract({
  id: "gateway_events.get",
  scope: "organization",
  method: "GET",
  path: `${path}/{id}`,
  access: "gateways.configure",
  tag,
  input: z.strictObject({ id }),
  output: gatewayEvent.extend({
    /** As it was received, with the values that name a person masked. */
    payload: z.record(z.string(), z.unknown()),
  }),
  errors: ["not_found"],
});

/** K1: reads the object of the event again at the gateway and applies its state. Safe to repeat. */
export const replayGatewayEvent = contract({
  id: "gateway_events.replay",
  scope: "organization",
  method: "POST",
  path: `${path}/{id}/replays`,
  access: "gateways.configure",
  tag,
  input: z.strictObject({ id }),
  output: gatewayEvent,
  status: 201,
  errors: ["not_found", "conflict"],
});
