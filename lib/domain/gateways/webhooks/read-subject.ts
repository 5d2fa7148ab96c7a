import { captured } from "@/lib/domain/gateways/attempts/call-gateway";
import type { SubscriptionAtGateway } from "@/lib/domain/gateways/subscriptions/apply";
import type {
  DisputeState,
  GatewayResult,
  PaymentGateway,
  PaymentState,
  RefundState,
  SavedMethod,
  SetupState,
} from "@/lib/providers/payments";
import type { EventRow } from "./jobs";

/** The subjects whose object is read again before anything is done. */
export const readable = ["payment", "setup", "refund", "method", "dispute", "payout", "subscription"] as const;

/** What the gateway says of the subject now, whatever the event said when it was sent. */
export type SubjectState =
  | { subject: "payment"; result: GatewayResult<PaymentState | null> }
  | { subject: "setup"; result: GatewayResult<SetupState | null> }
  | { subject: "refund"; result: GatewayResult<RefundState | null> }
  | { subject: "method"; result: GatewayResult<SavedMethod | null>; method_ref: string }
  | { subject: "dispute"; result: GatewayResult<DisputeState | null> }
  /** All that the gateway has paid out was read. */
  | { subject: "payout"; result: GatewayResult<null> }
  | { subject: "subscription"; result: GatewayResult<SubscriptionAtGateway | null> }
  | { subject: "other" };

/** K1: an event only tells what to read. So the order in which events come does not matter, and nothing in them is trusted. */
export async function readSubject(
  gateway: PaymentGateway,
  { subject, ref, payload }: Pick<EventRow, "subject" | "ref" | "payload">,
): Promise<SubjectState> {
  if (ref === null) return { subject: "other" };
  switch (subject) {
    case "payment": {
      const found = await gateway.findPayment({ ref, attempt_id: "", customer_ref: null, reserved_at: "" });
      if (found.outcome !== "answered" || found.value === null) return { subject, result: found };
      return { subject, result: await captured(gateway, { outcome: "answered", value: found.value }) };
    }
    case "setup":
      return { subject, result: await gateway.findSetup(ref) };
    case "refund":
      return { subject, result: await gateway.findRefund({ ref, charge_ref: chargeIn(payload), refund_id: "" }) };
    case "method":
      return {
        ...{ subject, method_ref: ref },
        result: await gateway.findMethod({ customer_ref: customerIn(payload), method_ref: ref }),
      };
    case "dispute":
      return { subject, result: await gateway.findDispute(ref) };
    case "subscription":
      return { subject, result: await readSubscription(gateway, ref) };
    default:
      return { subject: "other" };
  }
}

/** A subscription with its newest bills. */
async function readSubscription(
  { subscriptions }: PaymentGateway,
  ref: string,
): Promise<GatewayResult<SubscriptionAtGateway | null>> {
  if (!subscriptions) return { outcome: "answered", value: null };
  const found = await subscriptions.find({ ref, subscription_id: "", customer_ref: "" });
  if (found.outcome !== "answered") return found;
  if (found.value === null) return { outcome: "answered", value: null };
  const bills = await subscriptions.listBills(ref);
  if (bills.outcome !== "answered") return bills;
  return { outcome: "answered", value: { state: found.value, bills: bills.value } };
}

const textIn = (payload: Record<string, unknown>, ...names: string[]): string => {
  for (const name of names) {
    const value = payload[name];
    if (typeof value === "string") return value;
  }
  return "";
};

const chargeIn = (payload: Record<string, unknown>): string => textIn(payload, "charge", "payment_id", "charge_ref");
const customerIn = (payload: Record<string, unknown>): string =>
  textIn(payload, "customer", "customer_id", "customer_ref");
