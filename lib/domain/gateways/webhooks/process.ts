import { openGateway } from "@/lib/domain/gateways/connections/open-gateway";
import { syncPayouts } from "@/lib/domain/gateways/payouts";
import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { claimEvents, type EventRow, findWaiting, finishEvent } from "./jobs";
import { readSubject, type SubjectState } from "./read-subject";

/** Events of one turn. What was reported twice is read once. */
const batchSize = 50;

/** Processes what waits at every gateway of the organization, such as events whose object could not be read before. */
export async function processWaitingEvents(caller: Caller): Promise<void> {
  const { gateway_ids } = await findWaiting(caller, {});
  for (const gateway_id of gateway_ids) await processGatewayEvents(caller, { gateway_id });
}

/** Reads the objects of waiting events again and applies what the gateway says of them now. */
export async function processGatewayEvents(
  caller: Caller,
  { gateway_id }: { gateway_id: string },
): Promise<{ processed: number; waiting: number; has_more: boolean }> {
  const { events, gateway: row } = await claimEvents(caller, gateway_id, batchSize);
  if (!caller.organization) throw notFound();
  const opened = openGateway(row, { ...caller.organization, clock: caller.clock });
  if ("unreadable" in opened) return { processed: 0, waiting: events.length, has_more: false };
  const { gateway } = opened;
  const read = new Map<string, SubjectState>();
  let processed = 0;
  for (const event of events) {
    // One listing has all payouts.
    const key = event.subject === "payout" ? "payouts" : `${event.subject} ${event.ref}`;
    const state = read.get(key) ?? (await stateOf(event));
    read.set(key, state);
    const { status } = await finishEvent(caller, event.id, { gateway_id, state });
    if (status !== "received") processed++;
  }
  return { processed, waiting: events.length - processed, has_more: events.length === batchSize && processed > 0 };

  async function stateOf(event: EventRow): Promise<SubjectState> {
    if (event.subject === "payout") return { subject: "payout", result: await syncPayouts(caller, gateway_id) };
    return readSubject(gateway, event);
  }
}
