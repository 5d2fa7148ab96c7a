import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { claimEvents, type EventRow, findWaiting, finishEvents } from "./jobs";
import { readEvent } from "./read-event";

/** Events of one turn. */
const batchSize = 100;

/** Processes what waits at every gateway of the organization, such as events whose object could not be read before. */
export async function processWaitingEvents(caller: Caller): Promise<{ gateways: number }> {
  const { gateway_ids } = await findWaiting(caller, {});
  for (const gateway_id of gateway_ids) await processGatewayEvents(caller, { gateway_id });
  return { gateways: gateway_ids.length };
}

/**
 * Reads the objects of waiting events again and applies what the gateway says of them now. An object with many events is read and
 * applied once.
 */
export async function processGatewayEvents(
  caller: Caller,
  { gateway_id }: { gateway_id: string },
): Promise<{ processed: number; waiting: number; has_more: boolean }> {
  const { events, gateway: row } = await claimEvents(caller, gateway_id, batchSize);
  if (!caller.organization) throw notFound();
  const opened = openGateway(row, { ...caller.organization, clock: caller.clock });
  if ("unreadable" in opened) return { processed: 0, waiting: events.length, has_more: false };
  let processed = 0;
  for (const [first, ...others] of bySubject(events)) {
    const state = await readEvent(caller, opened.gateway, first);
    const event_ids = [first, ...others].map(({ id }) => id);
    processed += (await finishEvents(caller, event_ids, { gateway_id, state })).ended;
  }
  return { processed, waiting: events.length - processed, has_more: events.length === batchSize && processed > 0 };
}

/** The events of each object together, in the order of their first. One listing has all payouts. */
function bySubject(events: readonly EventRow[]): [EventRow, ...EventRow[]][] {
  const groups = new Map<string, [EventRow, ...EventRow[]]>();
  for (const event of events) {
    const key = event.subject === "payout" ? event.subject : `${event.subject} ${event.ref}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()];
}
