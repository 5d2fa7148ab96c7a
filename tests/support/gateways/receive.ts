import { processGatewayEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { systemCaller } from "@/lib/kernel/caller";
import type { Clock } from "@/lib/kernel/clock";
import type { GatewayEvent } from "@/lib/providers/payments";
import type { Gym } from "@/tests/support/gym/gym";

let serial = 0;

/** What a scripted gateway reports of one of its objects. */
export const reportOf = (ref: string | null, fields: Partial<GatewayEvent> = {}): GatewayEvent => ({
  ...{ event_id: `evt_r${++serial}`, type: "payment.changed", subject: "payment", ref, account_ref: null },
  ...{ is_live: false, created_at: "2026-11-30T08:00:00Z", payload: {}, ...fields },
});

export const receive = ({ organization }: Gym, event: GatewayEvent, clock: Clock) =>
  receiveGatewayEvents("sandbox")({
    ...{ gym_slug: organization.slug, raw_body: JSON.stringify(event), url: "http://localhost/", now: clock.now() },
    headers: new Headers({ "x-scripted-signature": "valid" }),
  });

/** Receives the event and processes what waits at the gateway. */
export async function report(gym: Gym, gateway_id: string, event: GatewayEvent, clock: Clock): Promise<void> {
  await receive(gym, event, clock);
  await processGatewayEvents(systemCaller("Test", gym.organization, clock), { gateway_id });
}
