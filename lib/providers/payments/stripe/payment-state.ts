import type { Stripe } from "stripe";
import type { ClientAction, PaymentState, SetupState } from "@/lib/providers/payments/payment-gateway";
import { fromStripe } from "./amounts";
import { declineOf } from "./declines";
import { expanded, idOf, isBankDebit, kindOf, savedMethod } from "./methods";

/** Whether the payer was there, in the metadata: a declined intent looks the same in both cases. */
export const OFF_SESSION = { flow: "off_session" };
export const ON_SESSION = { flow: "on_session" };

type Intent = Stripe.PaymentIntent;

export function paymentState(intent: Intent, publishable_key: string): PaymentState {
  const failed = intent.last_payment_error;
  const method = expanded(intent.payment_method) ?? failed?.payment_method ?? null;
  const status = statusOf(intent);
  const has_money = status === "succeeded" || status === "processing" || status === "authorized";
  return {
    ...fromStripe(intent.amount, intent.currency),
    ref: intent.id,
    charge_ref: has_money ? idOf(intent.latest_charge) : null,
    status,
    attempt_id: intent.metadata.attempt_id ?? null,
    method_kind: method ? kindOf(method) : null,
    method: method && savedMethod(method),
    decline: failed && !has_money ? declineOf(failed) : null,
    action: status === "requires_action" ? clientAction(intent.client_secret, publishable_key) : null,
  };
}

const STATUSES: Record<string, PaymentState["status"]> = {
  succeeded: "succeeded",
  processing: "processing",
  canceled: "canceled",
  requires_capture: "authorized",
};

function statusOf({ status, last_payment_error, metadata }: Intent): PaymentState["status"] {
  if (status === "requires_payment_method" && last_payment_error) return declinedStatus(last_payment_error, metadata);
  return STATUSES[status] ?? "requires_action";
}

/**
 * A payer who is present may try again with the same intent, and one whose bank wants to ask may be brought back to it.
 * A bank debit fails days later, when nobody is present.
 */
function declinedStatus(
  failed: Stripe.PaymentIntent.LastPaymentError,
  metadata: Stripe.Metadata,
): "failed" | "requires_action" {
  if (declineOf(failed).code === "authentication_required") return "requires_action";
  const was_present = metadata.flow !== OFF_SESSION.flow;
  const comes_later = isBankDebit(failed.payment_method?.type ?? "");
  return was_present && !comes_later ? "requires_action" : "failed";
}

export function setupState(intent: Stripe.SetupIntent, publishable_key: string): SetupState {
  const failed = intent.last_setup_error;
  const method = expanded(intent.payment_method);
  const status = SETUP_STATUSES[intent.status] ?? "requires_action";
  return {
    ref: intent.id,
    status,
    setup_id: intent.metadata?.setup_id ?? null,
    method: method && status === "succeeded" ? savedMethod(method) : null,
    decline: failed && status === "requires_action" ? declineOf(failed) : null,
    action: status === "requires_action" ? clientAction(intent.client_secret, publishable_key) : null,
  };
}

const SETUP_STATUSES: Record<string, SetupState["status"]> = {
  succeeded: "succeeded",
  processing: "processing",
  canceled: "canceled",
};

const clientAction = (client_secret: string | null, publishable_key: string): ClientAction | null =>
  client_secret ? { kind: "stripe", client_secret, publishable_key } : null;
