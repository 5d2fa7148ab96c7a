import { syncPayouts } from "@/lib/domain/gateways/payouts";
import type { Caller } from "@/lib/kernel/caller";
import type { PaymentGateway } from "@/lib/providers/payments";
import type { EventRow } from "./jobs";
import { readSubject, type SubjectState } from "./read-subject";

/** What the gateway says now of the object of an event. Payouts are listed and stored together, in transactions of their own. */
export async function readEvent(caller: Caller, gateway: PaymentGateway, event: EventRow): Promise<SubjectState> {
  if (event.subject === "payout") return { subject: "payout", result: await syncPayouts(caller, event.gateway_id) };
  return readSubject(gateway, event);
}
